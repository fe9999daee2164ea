"""Names as the alias index sees them: one key for every way of writing the same name."""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_BREAKS = frozenset(',;:()[]{}!?"“”…|\n')


class Token(NamedTuple):
    """A word with its offsets and its key; a possessive ending is left out of both.

    A tuple, since a dataclass takes three times as long to make, and every word of every article is one.
    """

    start: int
    end: int
    key: str
    capital: bool
    added: bytes
    """What the key adds to the check sum of a name that goes on with it."""


def word_key(word: str) -> str:
    """The word without case, accents, apostrophes and full stops."""
    folded = word.casefold()
    if not folded.isascii():
        folded = "".join(c for c in normalize("NFKD", folded) if not combining(c))
        folded = folded.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return folded.replace(".", "").replace("'", "").replace("’", "")


def tokenise(text: str, offset: int = 0) -> list[Token]:
    """The words of a text in order; ``offset`` is added to their positions.

    Hyphens part words, so that "Jean-Claude" and "Jean Claude" have the same keys.
    """
    tokens, new, end = [], tuple.__new__, 0
    for written in _WORD.findall(text):
        start = text.find(written, end)  # nothing between two words could be one
        end = start + len(written)
        length, key, capital, added = _form_of(written)
        # Past the keywords of a named tuple, which take longer than all the rest here.
        tokens.append(new(Token, (start + offset, start + offset + length, key, capital, added)))
    return tokens


_POSSESSIVES = ("'s", "’s", "'S", "’S")


@lru_cache(maxsize=200_000)
def _form_of(written: str) -> tuple[int, str, bool, bytes]:
    """The length of a word without a possessive ending, its key, whether it begins with a capital, and ``added``."""
    word = written[:-2] if written.endswith(_POSSESSIVES) else written
    key = word_key(word)
    return len(word), key, word[0].isupper(), f" {key}".encode()


def name_key(name: str) -> str:
    """The key of a whole name: its word keys, joined by one space."""
    return " ".join(token.key for token in tokenise(name))


def parts_names(gap: str) -> bool:
    """Whether what stands between two words keeps them from being one name."""
    return not _BREAKS.isdisjoint(gap)


_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """The ASCII lower-case form of a name that entity ids use: "São Tomé" -> ``sao-tome``."""
    plain = "".join(c for c in normalize("NFKD", name) if not combining(c))
    plain = plain.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("đ", "d").replace("Đ", "D")
    return _NOT_SLUG.sub("-", re.sub(r"['’.]", "", plain.casefold())).strip("-")
