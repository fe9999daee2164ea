"""Words by which a weak name becomes firm (``vocabulary/name_contexts.csv``)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameContext:
    """One way in which a weak name means its series for certain.

    ``words`` are keys of words, phrases, countries by id, or ``*``; they count anywhere in the article, or ``in_sentence``.
    ``rivals`` are countries by id, or a word of the names of rival series, and ``here`` where only countries of the sentence count; ``barred`` words of the sentence rule the row out.
    """

    in_sentence: bool
    words: frozenset[str]
    rivals: frozenset[str]
    barred: frozenset[str]
