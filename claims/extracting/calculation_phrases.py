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
``#``                              the list of people ends here
``*``                              up to six words or times, and no number
``, ( ) : .``                      the sign; ``.`` ends a sentence
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.extracting.calculation_words import word_groups
from claims.extracting.mask import CLOSE, OPEN
from claims.store.read_vocabulary import read_vocabulary

_SLOT = re.compile(r"\[(?P<role>\w+)(?::(?P<kinds>[\w|]+))?\]")
_MARK = rf"{OPEN}[^{CLOSE}]*{CLOSE}"
_GOES_ON = r"\s?,?\s*(?:and|plus|including|among|as\s+well|with|both|all)\b"
"""What shows that a list of people is not at its end, or not a list of them all."""
_BEFORE_TIME = r"(?:(?:in|on|at|for|during|by|of|as\sof)\s+)?(?:the\s+)?"
_TIME = rf"{OPEN}(?:time|date|year)[\w ]*:\d+{CLOSE}"
_SIGNS = {
    "*": rf"(?:\s+(?:[^\s{OPEN}{CLOSE},;:()—–.]+|{_TIME})){{0,6}}?",
    "#": rf"(?=\s*(?:[,.;:)—–]|(?:were|was|died|have|had)\b|$))(?!{_GOES_ON})",
    ",": r"\s?(?:,|—|–|--|\s-\s)",
    "(": r"\s?\(",
    ")": r"\s?\)",
    ":": r"\s?(?::|—|–|--|\s-\s)",
    ".": r"\s?[.]\s+",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording of a relation between numbers."""

    relation: str
    phrase: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def calculation_phrases() -> tuple[Phrase, ...]:
    """Every wording in the order of the file."""
    return tuple(
        Phrase(relation, phrase, compile_calculation(phrase))
        for relation, phrase in read_vocabulary("calculations")
    )


def compile_calculation(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase over marked text."""
    parts: list[str] = []
    before = "."
    for element in phrase.split():
        required = element.removesuffix("?")
        gap = "" if required in _SIGNS or before == "." else r"\s*" if before in ",(:" else r"\s+"
        before = required
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
    words: list[str] = []
    for option in element.split("|"):
        group = word_groups()[option[1:-1]] if option.startswith("{") else (option.replace("_", " "),)
        words += (r"\s+".join(map(re.escape, word.split())) for word in group)
    return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"


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
