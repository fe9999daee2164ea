"""Patterns over token classes: ``[WEEKDAY ,?] m:MONTH d:DAY ,? y:YEAR`` -> a regular expression over codes.

A pattern is written in classes (capitals), words (small letters) and marks. ``[..]`` is optional,
``(..|..)`` a choice, ``?``, ``+`` and ``*`` as in regular expressions, ``name:`` keeps what the next
part matches, ``{NAME}`` stands for a pattern of ``MACROS``. Every token of a text becomes one
character, its code; so the engine of ``re`` does the matching, on 25 characters and not on 150.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.values.times.lexicon import lexicon
from claims.values.times.tokens import Token

CLASSES = {
    "MONTH": ("month",),
    "WEEKDAY": ("weekday", "weekday_short"),
    "LONG_WEEKDAY": ("weekday",),
    "SHORT_WEEKDAY": ("weekday_short",),
    "WEEKDAYS": ("weekdays",),
    "YEAR": ("year",),
    "DAY": ("month_number", "day_number", "day_ordinal"),
    "ORDINAL": ("day_ordinal", "big_ordinal"),
    "SMALL": ("month_number",),
    "TWO": ("month_number", "day_number", "two_digits"),
    "TWO_DIGITS": ("two_digits",),
    "COUNT": ("month_number", "day_number", "two_digits", "hundreds"),
    "HUNDREDS": ("hundreds",),
    "NUMBER": ("month_number", "day_number", "two_digits", "hundreds", "year", "figure"),
    "FIGURE": ("figure",),
    "DECADE": ("decade",),
    "SHORT_DECADE": ("short_decade",),
    "ISO": ("iso",),
    "TRIPLE": ("triple",),
    "PAIR": ("pair",),
    "COMPACT": ("compact",),
    "HOLIDAY": ("holiday",),
    "SEASON": ("season",),
    "PART": ("part",),
    "PART_NOUN": ("part_noun",),
    "COMPARATIVE": ("comparative",),
    "WHICH": ("which",),
    "ANAPHOR": ("anaphor",),
    "DAY_WORD": ("day_word",),
    "DAY_PART": ("day_part",),
    "OFTEN": ("often",),
    "ERA": ("era",),
    "UNIT": tuple(f"unit {unit}" for unit in (
        "second", "minute", "hour", "day", "week", "weekend", "fortnight",
        "month", "quarter", "year", "decade", "century", "millennium",
    )),
}  # fmt: skip
MACROS = {
    "IN": "[[the] p:PART [-] [in|of] [the] | [the] q:PART_NOUN (of|-) [the]]",
    "AMOUNT": "n:((COUNT|FIGURE) [[[-] and [-] [a|COUNT] [-]] (half|quarter)] | (COUNT|FIGURE) (million|thousand|dozen) | [half] a (hundred|thousand|dozen) | [a] couple [of] | [a] (few|several|some|many) | another | a | an | half (a|an) | half) [more|further|additional|consecutive|straight|long|full|whole]",
    "MORE": "more:([and|,] COUNT [-] UNIT [[and|,|, and] COUNT [-] UNIT])",
    "HEDGE": "[hedge:(nearly|almost|about|around|roughly|over|under|just|some|approximately|exactly|(more|less|fewer|longer) than | at (least|most) | up to)]",
    "TO": "(-|to|through|thru|until|till)",
}
OTHER = "."
"""The code of every token that no pattern speaks of."""

_ATOM = re.compile(r"\s*(?:(?P<name>\w+):)?(?P<atom>\{\w+\}|[A-Z_]+|[a-z'.]+|[\[\]()|?+*,/'-])")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern: its regular expression, and which texts can hold it at all.

    ``first`` are the codes it may begin with and ``second`` those that may come second; ``single`` says whether it
    may be one token, ``nullable`` whether it may be none.
    """

    regex: str
    first: frozenset[str]
    second: frozenset[str]
    single: bool
    nullable: bool

    def then(self, part: "Part") -> "Part":
        """This piece and another right behind it."""
        return Part(
            self.regex + part.regex,
            self.first | part.first if self.nullable else self.first,
            self.second | (part.first if self.single else _NONE) | (part.second if self.nullable else _NONE),
            (self.single and part.nullable) or (self.nullable and part.single),
            self.nullable and part.nullable,
        )

    def written(self, regex: str, *, optional: bool = False) -> "Part":
        """The same in other signs, and where ``optional`` perhaps none of it."""
        return Part(regex, self.first, self.second, self.single, self.nullable or optional)

    def repeated(self, mark: str) -> "Part":
        """The piece with a mark behind it, ``?``, ``+`` or ``*``."""
        again = self.first if self.single and mark != "?" else _NONE
        nullable = self.nullable or mark in "?*"
        return Part(f"(?:{self.regex}){mark}", self.first, self.second | again, self.single, nullable)


_NONE = frozenset[str]()


class Codes:
    """One character for each token class and for each word that a pattern names."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of_class(self, kind: str) -> str:
        """The code of a class, made when it is first asked for."""
        return self._known.setdefault(kind, chr(0x4E00 + len(self._known)))

    def of_word(self, word: str) -> str:
        """The code of a word or mark in a pattern; a unit stands for its plural too."""
        known = lexicon().get(word)
        return self.of_class(f"unit {known.text}" if known and known.kind == "unit" else f"word {word}")

    def of_tokens(self, tokens: Iterable[Token]) -> str:
        """The codes of the tokens of a text, ``OTHER`` for those that no pattern names."""
        known = self._known
        return "".join([known.get(token.kind, OTHER) for token in tokens])

    def words(self) -> frozenset[str]:
        """The words that patterns name."""
        return frozenset(kind.removeprefix("word ") for kind in self._known if kind.startswith("word "))


class PatternReader:
    """Reads one pattern by recursive descent."""

    def __init__(self, pattern: str, codes: Codes) -> None:
        self._codes = codes
        text = re.sub(r"\{(\w+)\}", lambda macro: MACROS[macro[1]], pattern)
        self._atoms = [(m["name"], m["atom"]) for m in _ATOM.finditer(text)]
        self._at = 0
        self._names: dict[str, int] = {}

    def read(self) -> Part:
        """The whole pattern."""
        part = self._choice()
        if self._at != len(self._atoms):
            raise ValueError(f"a pattern has an unpaired bracket at {self._atoms[self._at]}")
        return part

    def _peek(self) -> str:
        return self._atoms[self._at][1] if self._at < len(self._atoms) else ""

    def _choice(self) -> Part:
        parts = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            parts.append(self._sequence())
        return Part(
            "|".join(part.regex for part in parts),
            _NONE.union(*(part.first for part in parts)),
            _NONE.union(*(part.second for part in parts)),
            any(part.single for part in parts),
            any(part.nullable for part in parts),
        )

    def _sequence(self) -> Part:
        whole = Part("", _NONE, _NONE, single=False, nullable=True)
        while self._peek() not in ("", "|", ")", "]"):
            whole = whole.then(self._item())
        return whole

    def _item(self) -> Part:
        name, atom = self._atoms[self._at]
        self._at += 1
        part = self._group(atom) if atom in "([" else self._leaf(atom)
        part = part.written(f"(?P<{self._unique(name)}>{part.regex})" if name else f"(?:{part.regex})")
        mark = self._peek()
        if mark in ("?", "+", "*") and mark:
            self._at += 1
            return part.repeated(mark)
        return part

    def _unique(self, name: str) -> str:
        """The name with a number, for the branches of a choice use the same names."""
        self._names[name] = self._names.get(name, 0) + 1
        return f"{name}_{self._names[name]}"

    def _group(self, opening: str) -> Part:
        inner = self._choice()
        self._at += 1
        optional = opening == "["
        return inner.written(f"(?:{inner.regex}){'?' if optional else ''}", optional=optional)

    def _leaf(self, atom: str) -> Part:
        if atom in CLASSES:
            codes = "".join(self._codes.of_class(kind) for kind in CLASSES[atom])
        else:
            codes = self._codes.of_word(atom)
        return Part(f"[{codes}]", frozenset(codes), _NONE, single=True, nullable=False)
