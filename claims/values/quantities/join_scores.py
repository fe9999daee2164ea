"""Scores of games and votes: 4-2, 52 to 48, 6-4."""

from dataclasses import replace

from claims.values.quantities.mention import Kind
from claims.values.quantities.reading import Reading
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.vocabulary import Vocabulary

MOST_POINTS = 500
"""Points of a side above which two numbers are no score; votes of a large chamber are still one."""
BEFORE, AFTER = 12, 6
"""Tokens before and after within which a word of games or votes speaks for a score."""


def join_score(
    tokens: Tokens, left: Reading, right: Reading, joint: str, words: Vocabulary
) -> Reading | None:
    """The two as a score: two bare whole numbers, the larger first or a word of games and votes near."""
    if joint not in ("-", "to", "- to -") or left.unit is not None or right.unit is not None:
        return None
    whole = all(side.number.plain or side.number.form == "words" for side in (left, right))
    if not whole or min(left.value, right.value) < 0 or max(left.value, right.value) > MOST_POINTS:
        return None
    near = [token.key for token in tokens[max(0, left.first - BEFORE) : right.last + AFTER]]
    cued = not words.cues["contest"].isdisjoint(near)
    if joint == "-":
        touching = tokens.touches(left.last) and tokens.touches(right.first)
        fits = touching and (left.value >= right.value or (cued and right.noun is None))
    else:
        fits = cued and left.value > right.value
    if not fits:
        return None
    values = (left.value, right.value)
    return replace(
        left,
        values=values,
        kind=Kind.SCORE,
        last=right.last,
        number_last=right.number_last,
        noun=None,
        joined=True,
    )
