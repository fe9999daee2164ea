"""A wording of ``vocabulary/figure_phrasings.csv`` -> a pattern over masked text.

It is written as other phrases are (:mod:`claims.extracting.compile_phrase`), with these elements besides:

``{when}``     one of the phrases of that name in ``vocabulary/phrase_parts.csv``; several may give a ``[time]``
``**``         up to four words that are no mention, none of which makes a number a change or a comparison ("up", "by")
``()``         a remark in brackets, if any, that does not narrow what is said ("(years)", not "(male)")
``{aside}``    up to 60 characters between commas, which begin with no name: ", a neighbour of Chad,"
``{clause}``   up to 80 characters without a name: "an area of 5,000 square miles"
``{dash}``     dashes, colons and quotes, also such as were garbled on the way
``^``, ``^^``  nothing stands before that the phrase would be a part of; the sentence begins here

Elements that may be missing at a phrase's beginning take the space after them along; signs may stand with spaces around them, as
in text that was cut into words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from claims.extracting.compile_phrase import compile_element
from claims.extracting.mask import CLOSE, OPEN
from claims.store.predicates import Predicate
from claims.store.read_vocabulary import read_vocabulary
from claims.values.names import tokenise

OPENS, BEGINS = "^", "^^"
FIGURE_SIGNS = ("**", "()", "{aside}", "{clause}", "{dash}", OPENS, BEGINS)
GARBLED = rf"[^\sA-Za-z0-9,;.()%{OPEN}{CLOSE}]{{1,3}}"
"""A sign, or the two or three letters that a sign in a wrong encoding is read as."""
_NAMED = rf"{OPEN}[^{CLOSE}]*\b(?:country|org|person)\b"
_MARK = rf"{OPEN}[^{CLOSE}]*{CLOSE}"
_ASIDE = rf"\s?,\s(?!(?:the\s)?{_NAMED})(?:{_MARK}|[^,;:()]){{1,60}},"
_CLAUSE = rf"\s(?:(?!{_NAMED})(?:{_MARK}|[^;:])){{1,80}}?"
_DASH = rf"(?:\s?{GARBLED}(?:\s{GARBLED}){{0,3}})"
_MARKS = {",": r"\s?,", ":": r"\s?:", ";": r"\s?;", "(": r"\s*\(\s?", ")": r"\s?\)", "'s": r"\s?['’]s?"}
"""Signs that bring the space before them along."""


def compile_figure(phrase: str, predicate: Predicate) -> re.Pattern[str]:
    """The pattern; its groups are ``subject``, ``value``, and ``time``, ``time2`` ... where several may stand."""
    return re.compile(_Compiler(predicate).sequence(phrase) + r"(?!\w)", re.IGNORECASE)


@dataclass(slots=True)
class _Compiler:
    """Compiles one phrase; counts its times, as no two groups may share a name."""

    predicate: Predicate
    _times: Iterator[int] = field(default_factory=lambda: count(1))

    def sequence(self, phrase: str, leading: bool = True) -> str:
        """The elements of a phrase with the space between them; ``leading`` where nothing stands before."""
        parts: list[str] = []
        for element in phrase.split():
            if element in (OPENS, BEGINS):
                continue
            required = element.removesuffix("?")
            optional = element != required
            body = self._spaced(required, leading)
            if leading and optional:
                body += r"\s+"
            parts.append(f"(?:{body})?" if optional else body)
            leading = required == "(" or (leading and optional)
        return "".join(parts)

    def _spaced(self, element: str, leading: bool) -> str:
        """One element with the space before it."""
        if element in FIGURE_SIGNS or element in _MARKS:
            return _signs().get(element) or _MARKS[element]
        if element.startswith("{"):
            return f"(?:{'|'.join(self.sequence(phrase, leading) for phrase in _parts()[element[1:-1]])})"
        options = element.split("|")
        if any(option in _MARKS for option in options):
            return f"(?:{'|'.join(self._spaced(option, leading) for option in options)})"
        return ("" if leading else r"\s+") + self._element(element)

    def _element(self, element: str) -> str:
        pattern = compile_element(element, self.predicate)
        if element != "[time]":
            return pattern
        number = next(self._times)
        return pattern if number == 1 else pattern.replace("(?P<time>", f"(?P<time{number}>")


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, ...]]:
    """The phrases of each name, the longest first, so that none is cut short by another."""
    rows = read_vocabulary("phrase_parts")
    names = dict.fromkeys(name for name, _phrase in rows)
    return {
        name: tuple(sorted((p for n, p in rows if n == name), key=lambda p: -len(p.split())))
        for name in names
    }


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    """The pattern of each sign; two depend on the word lists of ``vocabulary/figure_stops.csv``."""
    change, narrow = ("|".join(stops_of(place)) for place in ("before", "note"))
    filler = rf"(?:\s+(?!(?:{change})(?!\w))[^\s{OPEN}{CLOSE},;:()]+){{0,4}}?"
    note = rf"(?:\s*\((?![^()]*\b(?:{narrow})\b)[^()]{{1,80}}\))?"
    return {"**": filler, "()": note, "{aside}": _ASIDE, "{clause}": _CLAUSE, "{dash}": _DASH}


def stops_of(place: str) -> tuple[str, ...]:
    """The words of ``figure_stops.csv`` for a place (``before``, ``after``, ``note``, ``opening``), as patterns."""
    return tuple(
        r"\s+".join(re.escape(word) for word in words.split("_"))
        for where, words in read_vocabulary("figure_stops")
        if where == place
    )


@lru_cache(maxsize=4096)
def words_of(phrase: str) -> frozenset[str]:
    """Keys of every word that the phrase is written with, those of its parts with them."""
    parts = [part for name, phrases in _parts().items() if f"{{{name}}}" in phrase for part in phrases]
    return frozenset(token.key for token in tokenise(re.sub(r"[_|]", " ", " ".join((phrase, *parts)))))
