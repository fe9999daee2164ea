"""The alias index: every name of the store that stands in a text, longest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.records import EntityMention, Sense, Span
from claims.values.names import Token, parts_names, tokenise


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as it was written in a pack, with what it stands for."""

    text: str
    sense: Sense
    capitals: tuple[bool, ...]
    acronyms: tuple[bool, ...]

    @classmethod
    def of(cls, text: str, sense: Sense) -> "Alias":
        """The alias with the letter case that a text must have to mean it."""
        words = [text[token.start : token.end] for token in tokenise(text)]
        return cls(
            text,
            sense,
            tuple(word[:1].isupper() for word in words),
            tuple(len(word) > 1 and word.isupper() for word in words),
        )

    def fits(self, words: Sequence[str], shouting: bool) -> bool:
        """Whether words of equal keys are written as this alias: "us" is not the United States."""
        return all(
            (not capital or word[:1].isupper() or word[:1].isdigit())
            and (not acronym or (word.isupper() and not (shouting and len(word) < 5)))
            for word, capital, acronym in zip(words, self.capitals, self.acronyms, strict=True)
        )


class NameIndex:
    """All aliases by key, with the lengths that names starting with a word can have."""

    def __init__(self, rows: Sequence[tuple[str, str, str, str]]) -> None:
        self._aliases: dict[str, list[Alias]] = {}
        self._lengths: dict[str, set[int]] = {}
        for key, text, entity, kind in rows:
            self._aliases.setdefault(key, []).append(Alias.of(text, Sense(entity, kind)))
            first, *rest = key.split(" ")
            self._lengths.setdefault(first, set()).add(len(rest) + 1)

    def senses(self, key: str) -> tuple[Sense, ...]:
        """Everything a key may stand for, whatever the letter case."""
        return tuple(alias.sense for alias in self._aliases.get(key, ()))

    def find(self, text: str, tokens: Sequence[Token], offset: int = 0) -> list[EntityMention]:
        """The names in a text in order, leftmost and longest, none overlapping.

        ``tokens`` are the text's words with positions shifted by ``offset``.
        """
        shouting = text.isupper()
        mentions, position = [], 0
        while position < len(tokens):
            length, mention = self._longest(text, tokens, position, offset, shouting)
            if mention is not None:
                mentions.append(mention)
            position += length
        return mentions

    def _longest(
        self, text: str, tokens: Sequence[Token], position: int, offset: int, shouting: bool
    ) -> tuple[int, EntityMention | None]:
        for length in sorted(self._lengths.get(tokens[position].key, ()), reverse=True):
            window = tokens[position : position + length]
            if len(window) < length:
                continue
            aliases = self._aliases.get(" ".join(token.key for token in window))
            if not aliases:
                continue
            words = [text[t.start - offset : t.end - offset] for t in window]
            fitting = [
                a for a in aliases if a.fits(words, shouting) and self._joined(a, text, window, offset)
            ]
            if fitting:
                span = Span(window[0].start, window[-1].end)
                senses = tuple(dict.fromkeys(alias.sense for alias in fitting))
                return length, EntityMention(span, text[span.start - offset : span.end - offset], senses)
        return 1, None

    @staticmethod
    def _joined(alias: Alias, text: str, window: Sequence[Token], offset: int) -> bool:
        """Whether nothing parts the words which does not part them in the alias, too."""
        if parts_names(alias.text):
            return True
        return not any(parts_names(text[a.end - offset : b.start - offset]) for a, b in pairwise(window))
