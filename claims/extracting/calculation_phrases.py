"""The wordings of calculations, compiled from ``vocabulary/calculations.csv`` for texts with marked numbers.

A phrase is a row of elements parted by spaces:

``[a]``, ``[b]``, ``[r:percent]``  a number that the relation needs, with the kinds it may have (any ``amount``);
                                   ``[r]`` is the result, which is checked
``[time]``                         a time, with or without a preposition
``[list]``                         two or more numbers with what they count between them
``[people]``                       persons by age and sex: "three men, two women and a child"
``<a|b>``                          the result in words: "doubled"
``in|on``, ``out_of``, ``{more}``  any of several words; two words; the words of a group
``still?``                         may be missing
``#``, ``##``                      the list of people ends here; a sentence, dash or bracket ends here
``@``                              a clause ends here, or a time follows
``*``, ``**``                      up to six words or times, up to 25 words; no number
``, ( ) : .``                      the sign; ``.`` ends a sentence
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.extracting.calculation_words import word_groups
from claims.extracting.mask import CLOSE, OPEN
from claims.extracting.number_signs import signs_of
from claims.store.read_vocabulary import read_vocabulary

_SLOT = re.compile(r"\[(?P<role>\w+)(?::(?P<kinds>[\w|]+))?\]")
_MARK = rf"{OPEN}[^{CLOSE}]*{CLOSE}"
_GOES_ON = r"\s?,?\s*(?:and|plus|including|among|as\s+well|with|both|all)\b"
"""What shows that a list of people is not at its end, or not a list of them all."""
_BEFORE_TIME = r"(?:(?:in|on|at|for|during|by|of|as\sof)\s+)?(?:the\s+)?"
_TIME = rf"{OPEN}(?:time|date|year)[\w ]*:\d+{CLOSE}"
_SIGNS = {
    "**": rf"(?:\s+[^\s{OPEN}{CLOSE},;:()—–.]+){{0,25}}?",
    "*": rf"(?:\s+(?:[^\s{OPEN}{CLOSE},;:()—–.]+|{_TIME})){{0,6}}?",
    "#": rf"(?=\s*(?:[,.;:)—–]|(?:were|was|died|have|had)\b|$))(?!{_GOES_ON})",
    "##": r"(?=\s*(?:[.;)\]—–]|--|-\s|$))",
    "@": rf"(?=\s*(?:[,.;]|and\b|this\b|last\b|(?:(?:in|on)\s+)?{OPEN}time\b))",
    ",": r"\s?(?:,|—|–|--|\s-\s)",
    "(": r"\s?[(\[]",
    ")": r"\s?[)\]]",
    ":": r"\s?(?::|—|–|--|\s-\s)",
    ".": r"\s?[.]\s+",
}


Needs = tuple[frozenset[str], ...]
"""Alternatives, of each of which a text must hold one."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording of a relation between numbers."""

    relation: str
    phrase: str
    words: Needs
    """What a text with it holds in lower case, one of each: a cheap test before the numbers are read."""
    kinds: Needs
    """The kinds of its numbers, one of each: a test before the pattern is tried."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in marked text; compiled when it is first needed, since most articles need few of them."""
        return compile_calculation(self.phrase)


def holds(words: Set[str], needs: Needs) -> bool:
    """Whether one of each stands among the words."""
    return not any(map(words.isdisjoint, needs))


class CalculationPhrases:
    """Every wording, in the order of the file, under the words of which each needs one first of all."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_word: dict[str, list[tuple[int, Phrase]]] = {}
        self._wordless: list[tuple[int, Phrase]] = []
        for place, phrase in enumerate(phrases):
            for word in phrase.words[0] if phrase.words else ():
                self._by_word.setdefault(word, []).append((place, phrase))
            if not phrase.words:
                self._wordless.append((place, phrase))

    def near(self, words: Set[str]) -> list[Phrase]:
        """The wordings that a text with these words, in lower case, may hold."""
        found = dict(self._wordless)
        for word in self._by_word.keys() & words:
            found.update(entry for entry in self._by_word[word] if holds(words, entry[1].words))
        return [found[place] for place in sorted(found)]


@lru_cache(maxsize=1)
def calculation_phrases() -> CalculationPhrases:
    """The wordings of the vocabulary."""
    return CalculationPhrases(
        Phrase(relation, phrase, _words(phrase), _kinds(phrase))
        for relation, phrase in read_vocabulary("calculations")
    )


_DASHES = ("—", "–", "-", "--")
_WRITTEN = {"(": frozenset("("), ",": frozenset((",", *_DASHES)), ":": frozenset((":", *_DASHES))}
"""Signs of which every text with such a sign in its phrase holds one."""


def _words(phrase: str) -> Needs:
    """The words and signs that every text with the phrase holds; of several in a row the longest."""
    required = [e for e in phrase.split() if not e.endswith("?")]
    options = {_WRITTEN[e] for e in required if e in _WRITTEN}
    if "[people]" in required:  # closed by "and"
        options |= {frozenset(("and",)), signs_of("persons")}
    options |= {
        signs for e in required if (slot := _SLOT.fullmatch(e)) and (signs := signs_of(slot["kinds"]))
    }
    options |= {
        frozenset(max(word.split(), key=len) for word in _words_of(element.strip("<>")))
        for element in required
        if element not in _SIGNS and not _SLOT.fullmatch(element)
    }
    return tuple(sorted(options, key=lambda o: (bool(o & _FREQUENT), len(o), sorted(o))))


_FREQUENT = frozenset((",", "(", "of", "in", "the", "and", "from", "by", "to", "a", "or", "is"))
"""Words and signs too frequent to look a phrase up by, where there are others."""


def _kinds(phrase: str) -> Needs:
    """The kinds of number that every text with the phrase holds."""
    slots = [slot for element in phrase.split() if (slot := _SLOT.fullmatch(element))]
    return tuple({frozenset(slot["kinds"].split("|")) for slot in slots if slot["kinds"]})


@cache
def compile_calculation(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase over marked text."""
    parts: list[str] = []
    before = "."
    for element in phrase.split():
        required = element.removesuffix("?")
        gap = r"\s*" if before[-1] in ",(:?." else r"\s+"
        gap = "" if required in _SIGNS or not parts else gap
        before = element
        body = gap + _element(required)
        parts.append(f"(?:{body})?" if element.endswith("?") else body)
    return re.compile("".join(parts) + r"(?!\w)", re.IGNORECASE)


def _element(element: str) -> str:
    if element in _SIGNS:
        return _SIGNS[element]
    slot = _SLOT.fullmatch(element)
    if slot:
        return _slot(slot["role"], slot["kinds"])
    if element.startswith("<"):
        return f"(?P<r>{_any_of(element[1:-1])})"
    return _any_of(element)


def _any_of(element: str) -> str:
    """Any of several words or groups of words."""
    words = [r"\s+".join(map(re.escape, word.split())) for word in _words_of(element)]
    return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"


def _words_of(element: str) -> tuple[str, ...]:
    """The words that an element stands for."""
    words: list[str] = []
    for option in element.split("|"):
        words += word_groups()[option[1:-1]] if option.startswith("{") else (option.replace("_", " "),)
    return tuple(words)


def _slot(role: str, kinds: str | None) -> str:
    if role == "time":
        return rf"(?:{_BEFORE_TIME}{_of_kinds('time|date|year')}|now|today)"
    if role == "list":
        one = _of_kinds("count|money")
        between = rf"(?:[^{OPEN}{CLOSE}.;:()]|{_of_kinds('time|date|year')}){{1,70}}?"
        return rf"(?P<list>{one}(?:{between}{one}){{1,8}})"
    if role == "people":
        one = _of_kinds("persons")
        return rf"(?P<list>{one}(?:,\s+{one})*,?\s+and\s+{one})"
    return f"(?P<{role}>{_of_kinds(kinds or 'amount')})"


def _of_kinds(kinds: str) -> str:
    return rf"{OPEN}(?:[\w ]*\s)?(?:{kinds})(?:\s[\w ]*)?:\d+{CLOSE}"
