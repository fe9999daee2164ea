"""Words that a sentence may begin with and that are no names."""

from functools import lru_cache

from claims.store.read_vocabulary import read_vocabulary
from claims.values.names import word_key

LISTS = ("clause_words", "sentence_openers", "title_modifiers", "titles")
_ENDINGS = ("ly", "ing", "ed")


def is_plain_word(key: str) -> bool:
    """Whether a word, by its key, is a common one or part of a title, with a capital or without."""
    return key in _words() or key.endswith(_ENDINGS)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    rows = (row for name in LISTS for row in read_vocabulary(name))
    columns = ((row[0], row[1]) if row[1] in EFFECTS else (row[1],) for row in rows)
    return frozenset(word_key(word) for cells in columns for cell in cells for word in cell.split())


EFFECTS = frozenset(("acting", "current", "future", "other", "past"))
"""Second cells of ``title_modifiers``, whose wording stands first."""
