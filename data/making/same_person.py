"""Whether two people of the raw files, born on one day, are one: names spelt otherwise, or two ids for one human being."""

import re
from difflib import SequenceMatcher
from functools import cache

from making.tables import slug

SAME_NAME = 0.72
"""Likeness of two spellings from which on, with the same day of birth, one person is meant, if they share the family name and an initial."""
SAME_SPELLING = 0.85
"""The same without."""
_TITLES = frozenset(
    ("pope", "sir", "dame", "lord", "lady", "sheikh", "prince", "princess", "king", "queen", "emir", "dr")
)
_LETTERS = str.maketrans(
    {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)
# What transcriptions of one name differ in: "Sergey Shoygu" and "Sergei Shoigu", "Qaddafi" and "Kadhafi".
_SOUNDS = (
    ("kh|gh|q|ck", "k"), ("dh|th", "d"), ("ts|tz|z", "s"), ("ch|tch|sh|sch", "c"), ("ph|v|w", "f"),
    ("[yj]", "i"), ("e", "i"), ("o", "u"), ("i+", "i"), (r"(.)\1", r"\1"), ("iu|iu", "u"), ("ia", "a"), ("i$", ""),
)  # fmt: skip


def is_same(one: str, other: str) -> bool:
    """Whether two names of people born on one day are so alike that they are one person."""
    a, b = (plain(name.split(", ", maxsplit=1)[0]) for name in (one, other))
    if not a or not b:
        return False
    if _contains(a, b) or sounds(one) == sounds(other):
        return True
    family = a.rsplit("-", 1)[-1] == b.rsplit("-", 1)[-1] and a[0] == b[0]
    least = SAME_NAME if family else SAME_SPELLING
    matcher = SequenceMatcher(None, a, b)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least <= matcher.ratio()


def is_same_with_two_ids(one: str, other: str) -> bool:
    """The same for two people whom one register holds apart: only the spelling may differ."""
    a, b = plain(one), plain(other)
    return a == b or (" " in one.strip() and sounds(one) == sounds(other)) or _contains_all_but_titles(a, b)


@cache
def plain(name: str) -> str:
    """The slug of a name, Icelandic and Turkish letters read out."""
    return slug(name.translate(_LETTERS))


@cache
def sounds(name: str) -> str:
    """What is left of a name when transcriptions of one sound are written one way."""
    return "-".join(_sound(word) for word in plain(name).split("-"))


def _sound(word: str) -> str:
    for pattern, letter in _SOUNDS:
        word = re.sub(pattern, letter, word)
    return word


def _contains(a: str, b: str) -> bool:
    """Whether all words of one name stand in the other."""
    short, long = sorted((set(a.split("-")), set(b.split("-"))), key=len)
    return short <= long


def _contains_all_but_titles(a: str, b: str) -> bool:
    """Whether two names are the same but for a title: "Pope Francis" and "Francis"."""
    one, other = ([word for word in name.split("-") if word not in _TITLES] for name in (a, b))
    return one == other


def begins_alike(one: str, other: str) -> bool:
    """Whether one name has the words of the other in their order, the first one first: "Abiy Ahmed" and "Abiy Ahmed Ali"."""
    short, long = sorted((sounds(one).split("-"), sounds(other).split("-")), key=len)
    rest = iter(long)
    return short[0] == long[0] and all(word in rest for word in short)
