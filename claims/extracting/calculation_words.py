"""The words of each group of ``vocabulary/calculation_words.csv``: what rises, what counts people ..."""

from collections import defaultdict
from functools import lru_cache

from claims.store.read_vocabulary import read_vocabulary


@lru_cache(maxsize=1)
def word_groups() -> dict[str, tuple[str, ...]]:
    """The words by the name of their group, in the order of the file."""
    groups: dict[str, list[str]] = defaultdict(list)
    for group, word in read_vocabulary("calculation_words"):
        groups[group].append(word)
    return {group: tuple(words) for group, words in groups.items()}
