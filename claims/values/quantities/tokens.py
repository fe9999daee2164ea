"""Text -> tokens: numerals with their separators whole, words, and every other sign by itself."""

import re
from typing import NamedTuple

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""The fractions of Unicode's blocks Latin-1 and Number Forms, as numerator and denominator."""

_SPACED = r"\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d,])"
_GROUPED = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
_POWER = r"(?:\^[+−-]?\d{1,2}(?!\w)|[eE][+−-]?\d{1,2}(?!\w)|\s?[x×*]\s?10(?:\s?\^[+−-]?|[+−-])\d{1,2}(?!\w))?"
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+,\d+(?!\d|[.,]\d)"
_NUMERAL = rf"(?:(?:{_EUROPEAN}|{_SPACED}|{_GROUPED}|\d+)(?:\.\d+)?|(?<![\w.])\.\d+){_POWER}"
_PLAIN_WORD = r"[A-Za-z]+(?:['’][A-Za-z]+)?(?![^\W\d_½-¾⅐-⅞])"
_WORD = r"[^\W\d_½-¾⅐-⅞]+(?:['’][^\W\d_]+)?"
_TOKEN = re.compile(rf"{_PLAIN_WORD}|(?=[\d.])(?:{_NUMERAL})|{_WORD}|\S")
"""Words in plain letters come first, and a guard stands before the numerals: this halves the time."""


class Token(NamedTuple):
    """A numeral, a word or a sign, with its case-folded form and offsets."""

    text: str
    key: str
    start: int
    end: int

    @property
    def is_numeral(self) -> bool:
        """Whether it is written in digits."""
        return self.text[:1].isdecimal() or (self.text[:1] == "." and len(self.text) > 1)

    @property
    def is_word(self) -> bool:
        """Whether it is written in letters."""
        return self.text[:1].isalpha()


class Tokens(list[Token]):
    """The tokens of a text; six empty ones follow, so that a look ahead or before the first is safe."""

    def touches(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return self[index].start == self[index - 1].end and index > 0

    def raw(self, first: int, last: int) -> str:
        """The texts of tokens from first to before last, joined without spaces."""
        return "".join([token.text for token in self[first:last]])


def split_tokens(text: str) -> Tokens:
    """The tokens of a text in order, then six empty ones."""
    tokens, new, end = Tokens(), tuple.__new__, 0
    for written in _TOKEN.findall(text):
        start = text.find(written, end)  # nothing between two tokens could be one
        end = start + len(written)
        # Past the keywords of a named tuple, which take longer than all the rest here.
        tokens.append(new(Token, (written, written.casefold(), start, end)))
    tokens.extend([Token("", "", len(text) + 1, len(text) + 1)] * 6)
    return tokens
