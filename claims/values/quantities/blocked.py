"""Stretches of text whose digits are no quantities by their form: dates, telephone numbers, addresses."""

import re
from bisect import bisect_right

from claims.values.quantities.tokens import Token

_DIGITS = re.compile(
    r"""(?<!\d)\d+(?:/\d+){2,} | \d+(?:\.\d+){2,} | \+?\d+(?:-\d+){2,}(?:/\d+)?  # 5/17/2018, 1.2.3, 978-0-...
    | (?<!\d)\d{2,}(?:[./-]\d{2,}){2,}
    | \d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?    # 10:30
    | (?<!\d)\d{3}[-\u2010-\u2013]\d{4}(?!\d)          # 555-1234
    | \(\d{3}\)\s?\d{3}[-\s]\d{4}
    | \+\d{1,3}[-\s(]\d[\d\s()/-]{5,}\d
    | (?<!\d)(?:1[5-9]|20)\d\d\s?[-/\u2010-\u2013]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d%]|,\d)  # 1939-45
    | \b9/11\b | \b24/7\b | \b7/7\b | \b50[-/]50\b | \b20/20\b | \b401\s?\(?k\b | \b501\(c\)
    | (?<![\w/])(?:1[0-2]|[1-9])/(?:1[1-9]|2[0-9]|3[01])(?![\w/])                      # 5/17
    """,
    re.VERBOSE,
)
_SIGNS = frozenset("./-:+()–‐‑kKc")
"""One of these stands beside the digits of every form in ``_DIGITS``."""
_ADDRESSES = re.compile(r"[^\s@]{0,64}@\S+|\w{0,8}://\S+|\bwww\.\S+|#\w+")
_LIST_NUMBER = re.compile(r"(?m)^\s*\(?\d{1,2}[.)](?=\s+\S)")


class Blocked:
    """The stretches of a text whose digits are no quantities, found when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._addresses = any(sign in text for sign in ("@", "#", "://", "www."))
        self._spans: list[tuple[int, int]] | None = None

    def holds(self, token: Token) -> bool:
        """Whether a token lies in such a stretch: a date, a time, a telephone number, an address ..."""
        beside = self._text[max(0, token.start - 2) : token.start] + self._text[token.end : token.end + 2]
        if not self._addresses and _SIGNS.isdisjoint(beside):
            return False
        if self._spans is None:
            self._spans = self._find()
        place = bisect_right(self._spans, (token.start, len(self._text))) - 1
        return place >= 0 and token.start < self._spans[place][1]

    def _find(self) -> list[tuple[int, int]]:
        """Stretches in order of their start."""
        patterns = [_DIGITS, _LIST_NUMBER, _ADDRESSES] if self._addresses else [_DIGITS, _LIST_NUMBER]
        return sorted(match.span() for pattern in patterns for match in pattern.finditer(self._text))
