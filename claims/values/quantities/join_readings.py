"""Readings in a row -> those that belong together made one: ranges, ratios, scores, compounds."""

from collections.abc import Iterable
from dataclasses import replace

from claims.values.quantities.join_compounds import join_compound
from claims.values.quantities.join_ranges import join_range
from claims.values.quantities.join_ratios import join_part, join_ratio
from claims.values.quantities.join_scores import join_score
from claims.values.quantities.mention import Kind
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.reading import Reading
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.vocabulary import Vocabulary

SIZES = frozenset(("x", "×", "by"))
"""What stands between the sides of something: 5 by 10 metres."""
MOST_TIMES = 20
"""How many times as long as the other a side may be; "4 x 100 metres" are four times a hundred."""
LONGEST_JOINT = 5
"""Tokens between two readings above which they have nothing to do with each other."""


def join_readings(tokens: Tokens, readings: Iterable[Reading], words: Vocabulary) -> list[Reading]:
    """The readings in order, each joined with the one before it where the words between say so."""
    done: list[Reading] = []
    for reading in readings:
        if done and reading.first - done[-1].last <= LONGEST_JOINT:
            done += _join(tokens, done.pop(), reading, words)
        else:
            done.append(reading)
    return done


def _join(tokens: Tokens, left: Reading, right: Reading, words: Vocabulary) -> tuple[Reading, ...]:
    if Kind.ORDINAL in (left.kind, right.kind) or left.joined or right.joined:
        return left, right
    whole = join_compound(tokens, left, right, words)
    if whole is not None:
        return (whole,)
    joint = _joint(tokens, left, right)
    if joint in SIZES and left.bare:
        return _sides(tokens, left, right)
    whole = (
        join_part(left, right, joint)
        or join_ratio(left, right, joint)
        or join_score(tokens, left, right, joint, words)
    )
    return (whole,) if whole is not None else join_range(tokens, left, right, joint, words)


def _sides(tokens: Tokens, left: Reading, right: Reading) -> tuple[Reading, ...]:
    """Both sides of something with the unit that stands once; none of a 4x4 car, and no 4 m in a 4x100m relay."""
    alike = left.value * MOST_TIMES > right.value
    if right.unit is not None and alike:
        return replace(left, unit=right.unit, kind=right.kind, step=right.step), right
    if tokens.touches(left.last):
        return () if right.unit is None else (right,)
    return left, right


def _joint(tokens: Tokens, left: Reading, right: Reading) -> str:
    """The tokens between two readings, with every kind of hyphen as one."""
    between = tokens[left.last : right.first]
    return " ".join(["-" if token.text in HYPHENS else token.key for token in between])
