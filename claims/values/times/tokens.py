"""Text -> the words, numbers and marks that the grammar of times sees, with number words folded into one."""

import re
from typing import NamedTuple

from claims.values.times.lexicon import lexicon

_MERIDIEM = r"[AaPp]\.?[Mm]\b\.?"
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]{2,}(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?!\d|-\d)"
    r"|(?P<triple>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d\d|\d{4}(?P<point>[/.-])\d{1,2}(?P=point)\d{1,2})(?![\d/]|\.\d)"
    r"|(?P<pair>\d{1,2}/\d{1,4})(?![\d/])"
    r"|(?P<compact>(?<![\w.,$£€])\d{1,3}(?:h|H|hrs?|d|w|W))(?![\w-])"
    rf"|(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?:\s?{_MERIDIEM})?|\d{{1,2}}(?:\.\d\d)?\s?{_MERIDIEM})"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)(?P<suffix>(?:st|nd|rd|th|ST|ND|RD|TH)\b|['’]?s\b|(?<=[12]\d\d0)\ss\b)?"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<initials>(?:[A-Za-z]\.){2,})"
    r"|(?P<letter>[^\W\d_](?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s])"
)
_SAME = dict.fromkeys("-–—−~", "-") | {"’": "'", "‘": "'"}


class Token(NamedTuple):
    """A piece of text with its offsets, its class in the grammar, its key and what it stands for."""

    start: int
    end: int
    kind: str
    key: str
    value: int = 0
    word: str = ""


GAP = Token(0, 0, "gap", "")
"""Stands for one or more words that no time is made of."""


def read_tokens(text: str, known: frozenset[str] | None = None) -> list[Token]:
    """The tokens of a text in order.

    Words that are not ``known`` come out as ``GAP``, several in a row as one; without ``known`` all are kept.
    """
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        if (
            group == "word"
            and known is not None
            and (key := match[0].lower()) not in known
            and "’" not in key
        ):
            if not tokens or tokens[-1] is not GAP:
                tokens.append(GAP)
        elif match.start() >= end:  # the full stop of "Feb." is part of it
            token = _token(match, text, group or "")
            tokens.append(token)
            end = token.end
    return tokens


def _token(match: re.Match[str], text: str, group: str) -> Token:
    if group in ("suffix", "number"):
        return _number(match, text)
    if group == "compact":
        return _compact(match)
    if group in ("word", "initials", "letter"):
        return _word(match, text)
    start, end = match.span()
    key = match.group().casefold()
    if group == "mark":
        key = _SAME.get(key, key)
    if group == "possessive":
        key = "'s"
    if group in ("mark", "possessive"):
        return Token(start, end, f"word {key}", key)
    return Token(start, end, "triple" if group in ("sep", "point") else group, key)


_LETTERS = {"h": "hour", "d": "day", "w": "week"}


def _compact(match: re.Match[str]) -> Token:
    """ "3h", "10d": a count and its unit in one; "3D" is none."""
    written = match.group()
    digits = written.rstrip("hHrsdwW")
    return Token(*match.span(), "compact", digits, int(digits), _LETTERS[written[len(digits)].casefold()])


_DECADE_BEFORE = re.compile(r"\b(?:the|early|mid|late)[\s-]+['’‘]?$", re.IGNORECASE)


def _number(match: re.Match[str], text: str) -> Token:
    digits, suffix = match["number"], (match["suffix"] or "").strip().casefold()
    start, end = match.span()
    if not digits.isdigit() or len(digits) > 4:
        return Token(start, end, "figure", digits)
    value = int(digits)
    if suffix.endswith("s"):
        if suffix != "s" and not _DECADE_BEFORE.search(text[max(0, start - 8) : start]):
            return Token(start, match.end("number"), number_kind(digits, value), digits, value)
        return _decade(match, value, digits)
    if suffix:
        return Token(start, end, "day_ordinal" if 1 <= value <= 31 else "big_ordinal", digits, value)
    return Token(start, end, number_kind(digits, value), digits, value)


def _decade(match: re.Match[str], value: int, digits: str) -> Token:
    kind = {2: "short_decade", 4: "decade"}.get(len(digits), "figure") if value % 10 == 0 else "figure"
    return Token(match.start(), match.end(), kind, digits, value)


def number_kind(digits: str, value: int) -> str:
    """The finest class of a whole number: what it could be in a date."""
    if len(digits) == 4:
        return "year" if 1000 <= value <= 2199 else "figure"
    if len(digits) == 3:
        return "hundreds"
    if 1 <= value <= 12:
        return "month_number"
    return "day_number" if 1 <= value <= 31 else "two_digits"


_ABBREVIATED = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "weds",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ]
)


def _word(match: re.Match[str], text: str) -> Token:
    start, end = match.span()
    key = match.group().casefold().replace("’", "'")
    key = "half" if key == "½" else key
    known = lexicon().get(key)
    if known is None or (known.capital and not text[start].isupper()):
        return Token(start, end, f"word {key}", key)
    if known.kind == "unit":
        return Token(start, end, f"unit {known.text}", key, 0, known.text)
    if key in _ABBREVIATED and text[end : end + 1] == ".":
        end += 1
    return Token(start, end, known.kind, key, known.value, known.text)
