"""The hedge of a number: the words before it (nearly, more than) or after it (or more, +)."""

from typing import NamedTuple

from claims.values.quantities.mention import Hedge
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.vocabulary import Vocabulary

LONGEST = 6
SKIPPED = frozenset(
    ("a", "an", "the", "another", "as", "further", "additional", "record", "total", "of", "whopping", "mere")
)


class HedgeReading(NamedTuple):
    """A hedge, and the tokens from the first word of hedge or number to the last."""

    hedge: Hedge
    first: int
    last: int


def read_hedge(tokens: Tokens, first: int, last: int, dimension: str, words: Vocabulary) -> HedgeReading:
    """The hedge of the number or unit in tokens ``first`` to before ``last``; ``Hedge.NONE`` where there is none."""
    for skip in (0, 1):
        end = first - skip
        if skip and tokens[end].key not in SKIPPED:
            break
        if tokens[end - 1].key not in words.hedge_ends:
            continue
        for length in range(min(LONGEST, end), 0, -1):
            if tokens[end].key == "the" and skip and length < 2:  # under the three-year plan
                continue
            hedge = words.hedges_before.get(" ".join([token.key for token in tokens[end - length : end]]))
            if hedge is not None and not _is_other(tokens, end - length, dimension, words):
                return HedgeReading(hedge, end - length, last)
    for length in (3, 2, 1):
        hedge = words.hedges_after.get(" ".join([token.key for token in tokens[last : last + length]]))
        if hedge is not None and not _goes_on(tokens, last, length):
            return HedgeReading(hedge, first, last + length)
    return HedgeReading(Hedge.NONE, first, last)


def _is_other(tokens: Tokens, start: int, dimension: str, words: Vocabulary) -> bool:
    """Whether the words mean something else: over three years is during them, but for "for over three years"; shot up to 15 is a change."""
    if tokens[start].key == "up":
        return tokens[start - 1].key in words.cues["change"]
    return (
        dimension == "duration"
        and tokens[start].key == "over"
        and tokens[start - 1].key not in words.cues["length"]
    )


def _goes_on(tokens: Tokens, last: int, length: int) -> bool:
    """Whether "plus" or "and over" begins something else: 200 plus 300."""
    after = tokens[last + length]
    if tokens[last].text == "+":
        return not tokens.touches(last)
    return tokens[last].key == "plus" and (after.is_numeral or after.is_word)
