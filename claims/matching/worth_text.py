"""A sentence as check-worthiness looks at it: its words, read once for features and for pairs of words."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|'[^\W\d_]+|\d[\d,.]*|[$%?]")
_SIGNS = frozenset("$%?")


@dataclass(frozen=True, slots=True)
class WorthText:
    """``plain`` has straight apostrophes; ``tokens`` are its words, numbers and the signs ``$%?`` in small letters, ``words`` those without signs."""

    plain: str
    tokens: list[str]
    words: list[str]

    @classmethod
    def of(cls, text: str) -> "WorthText":
        """The words of a sentence."""
        plain = text.replace("’", "'")
        tokens: list[str] = _WORD.findall(plain.casefold())
        signs = not _SIGNS.isdisjoint(plain)
        return cls(plain, tokens, [token for token in tokens if token not in _SIGNS] if signs else tokens)
