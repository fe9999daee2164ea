"""Text -> the times and amounts in it, by the rules of the grammar."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from claims.values.times.grammar import RULES, Reader
from claims.values.times.holidays import fold_holidays, holiday_words, may_hold_holiday
from claims.values.times.joining import join_neighbours
from claims.values.times.lexicon import lexicon
from claims.values.times.number_words import fold_numbers
from claims.values.times.outcome import Amount, Context, Found, Parts, Time
from claims.values.times.pattern import OTHER, Codes, Part, PatternReader
from claims.values.times.tokens import Token, read_tokens


@dataclass(frozen=True)
class Rule:
    """A pattern over codes of words, with its reader."""

    part: Part
    reader: Reader

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first asked for, since an article needs few of the rules."""
        return re.compile(self.part.regex)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules by the code that each may begin with, and what a text is searched for."""

    codes: Codes
    by_first: dict[str, tuple[Rule, ...]]
    begins: re.Pattern[str]
    words: frozenset[str]
    """Words, and digits, one of which stands in every time but a holiday or a part of a day."""
    known: frozenset[str]
    """All words that the rules speak of."""
    weak: frozenset[str]
    """Codes of words that mean nothing alone: a time begins there only where the next word is known too."""
    by_two: dict[str, tuple[Rule, ...]]
    """The rules by the two codes, or at the end the one, that they may begin with, as far as these were asked for."""

    def starting(self, codes: str) -> tuple[Rule, ...]:
        """The rules that may match where these codes, two or at the end of a text one, stand."""
        rules = self.by_two.get(codes)
        if rules is None:
            rules = tuple(
                rule for rule in self.by_first[codes[0]] if rule.part.single or codes[1:] in rule.part.second
            )
            self.by_two[codes] = rules
        return rules


_WEAK_WORDS = (
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "from",
    "between",
    "of",
    "under",
    "over",
    "about",
    "more",
    "up",
)
_STRONG = frozenset(
    (
        "month",
        "weekday",
        "weekday_short",
        "weekdays",
        "season",
        "day_word",
        "often",
        "unit",
        "decade_word",
    )
)
"""Classes of words of which, or of digits, every rule needs one, save that of holidays and that of "this morning"."""


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The compiled grammar, made when first used."""
    codes = Codes()
    by_first: dict[str, list[Rule]] = {}
    for text, reader in RULES:
        part = PatternReader(text, codes).read()
        rule = Rule(part, reader)
        for code in part.first:
            by_first.setdefault(code, []).append(rule)
    strong = {word for word, entry in lexicon().items() if entry.kind in _STRONG}
    return Grammar(
        codes,
        {code: tuple(rules) for code, rules in by_first.items()},
        re.compile(f"[{''.join(by_first)}]"),
        frozenset(strong | _MORE_STRONG | set("0123456789")),
        frozenset(lexicon()) | codes.words() | holiday_words() | _IN_NUMBERS,
        frozenset(codes.of_word(word) for word in _WEAK_WORDS),
        {},
    )


_MORE_STRONG = frozenset(
    (
        "ytd",
        "eoy",
        "eom",
        "cy",
        "date",
        "thousands",
        "turn",
        "aged",
        "eighteen",
        "nineteen",
        "twenty",
        "thousand",
        "fiscal",
    )
)
_IN_NUMBERS = frozenset(("hundred", "thousand", "thousands", "zero", "oh"))


_WORD = re.compile(r"\d|[a-z]+")


def may_hold_time(words: Set[str]) -> bool:
    """Whether words, in plain small letters without signs, and digits may hold a time; a cheap test."""
    return not grammar().words.isdisjoint(words) or _names_a_day(words)


def find_all(text: str, reference: date | None) -> list[Found]:
    """Everything found in a text, in order, none overlapping another."""
    rules = grammar()
    if not may_hold_time(set(_WORD.findall(text.lower()))):
        return []
    tokens = fold_holidays(fold_numbers(read_tokens(text, rules.known)))
    context = Context(text, reference, tokens)
    codes = rules.codes.of_tokens(tokens)
    index = 0
    while begin := rules.begins.search(codes, index):
        found, used = _found_at(codes, begin.start(), tokens, context, rules)
        if found is not None:
            context.found.append(found)
        index = begin.start() + used
    return join_neighbours(context.found, context)


def _names_a_day(words: Set[str]) -> bool:
    """Whether words may hold a holiday, or a part of a day with the word that says which: "this morning"."""
    which, parts = _which_part()
    return may_hold_holiday(words) or not (which.isdisjoint(words) or parts.isdisjoint(words))


@lru_cache(maxsize=1)
def _which_part() -> tuple[frozenset[str], frozenset[str]]:
    """The words for which day ("this"), and those for a part of one."""
    which, parts = (
        frozenset(word for word, entry in lexicon().items() if entry.kind == kind)
        for kind in ("which", "day_part")
    )
    return which, parts


def _found_at(
    codes: str, index: int, tokens: Sequence[Token], context: Context, rules: Grammar
) -> tuple[Found | None, int]:
    """What begins at a token, and how many tokens it takes; one token where nothing does."""
    start = codes[index : index + 2]
    candidates = rules.starting(start)
    if start[0] in rules.weak and start[1:] in ("", OTHER):
        return None, 1
    matches = [
        (m, rule) for rule in candidates if (m := rule.pattern.match(codes, index)) and m.end() > index
    ]
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        parts = Parts(match, tokens)
        what = _read(rule.reader, parts, context)
        if what is not None:
            return Found(parts.start, parts.end, what), match.end() - index
    return None, 1


def _read(reader: Reader, parts: Parts, context: Context) -> Time | Amount | None:
    """What a reader says; a day before year 1 or after 9999 is beyond the calendar we have."""
    try:
        what = reader(parts, context)
    except (ValueError, OverflowError):
        return Time((), True)
    return _anchored(what, context) if isinstance(what, Time) and what.shift and what.from_before else what


def _anchored(time: Time, context: Context) -> Time:
    """A distance from the time named last before it in the text, where there is one."""
    before = next((f.what for f in reversed(context.found) if isinstance(f.what, Time)), None)
    if before is None or time.shift is None:
        return time
    try:
        readings = tuple(made for reading in before.readings for made in time.shift(reading))
    except (ValueError, OverflowError):
        return time
    return replace(time, readings=readings, shift=None)
