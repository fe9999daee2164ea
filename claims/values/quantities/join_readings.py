"""Readings in a row -> those that belong together made one: ranges, ratios, scores, compounds."""

from collections.abc import Iterable

from claims.values.quantities.join_compounds import join_compound
from claims.values.quantities.join_ranges import join_range
from claims.values.quantities.join_ratios import join_ratio
from claims.values.quantities.join_scores import join_score
from claims.values.quantities.mention import Kind
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.reading import Reading
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.vocabulary import Vocabulary

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
    whole = join_ratio(left, right, joint) or join_score(tokens, left, right, joint, words)
    return (whole,) if whole is not None else join_range(tokens, left, right, joint, words)


def _joint(tokens: Tokens, left: Reading, right: Reading) -> str:
    """The tokens between two readings, with every kind of hyphen as one."""
    between = tokens[left.last : right.first]
    return " ".join(["-" if token.text in HYPHENS else token.key for token in between])
