"""Ranges and lists: 10 to 15 per cent, 5-7 million, between 3 and 5, two or three, 45 and 50 mg."""

from dataclasses import replace

from claims.values.quantities.mention import Kind
from claims.values.quantities.number import ONE, ZERO
from claims.values.quantities.reading import Reading
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.vocabulary import Vocabulary

CHANGE_REACH = 9
"""Tokens before "from" within which a word of change speaks against a range."""
OPENERS = frozenset(
    (
        "between",
        "from",
        "of",
        "is",
        "ages",
        "aged",
        "age",
        "about",
        "around",
        "roughly",
        "approximately",
        "some",
        "nearly",
    )
)
Readings = tuple[Reading, ...]


def join_range(tokens: Tokens, left: Reading, right: Reading, joint: str, words: Vocabulary) -> Readings:
    """Both readings as one range, or both, with the unit and scale that they share; none where it is unclear."""
    if not _is_open(left):
        return left, right
    if joint == ":":  # odds of 3:1
        return ()
    if joint in ("-", "to", "- to"):
        return _to(tokens, left, right, joint, words)
    if left.kind is Kind.AGE and right.bare and joint in ("and", "or") and left.value < right.value:
        return (_range(left, right),)  # the ages of 5 and 11
    if joint in ("and", "or"):
        return _listed(tokens, left, right, joint)
    return left, right


def _is_open(left: Reading) -> bool:
    """Whether no counted noun parts the first number from the word that joins them."""
    return left.noun is None or left.noun[0] > left.last


def _to(tokens: Tokens, left: Reading, right: Reading, joint: str, words: Vocabulary) -> Readings:
    if not _same_unit(left, right):  # fell 10 percent to $90 million
        return left, right
    left = _sharing(left, right)
    if left.value > right.value and right.value < 0:  # from -18 to -34 degrees
        left, right = replace(left, values=right.values), replace(right, values=left.values)
    if left.value >= right.value:
        return left, right
    if joint == "to" and _is_change(tokens, left, words):
        return left, right
    bare = left.bare and right.bare and right.number.scale == ONE
    if joint == "-" and bare and tokens[left.first - 1].key not in OPENERS:
        return ()  # "the 5-7 line": nothing says what it is
    return (_range(left, right),)


def _listed(tokens: Tokens, left: Reading, right: Reading, joint: str) -> Readings:
    if joint == "and" and tokens[left.first - 1].key == "between":
        shared = _sharing(left, right)
        if _same_unit(shared, right) and shared.value < right.value:
            return (replace(_range(shared, right), first=left.first - 1),)
    if joint == "or" and left.unit is None and _is_next(left, right):
        return (_range(_sharing(left, right), right),)
    follows = right.unit is not None and right.unit.first >= right.number.last and right.number.scale == ONE
    if left.bare and follows and left.number.form in ("digits", "words"):
        return replace(left, unit=right.unit, kind=right.kind, step=right.step), right
    return left, right


def _is_next(left: Reading, right: Reading) -> bool:
    """Two or three, two or three million."""
    following = left.value + 1
    return right.value in (following, following * right.number.scale)


def _sharing(left: Reading, right: Reading) -> Reading:
    """The first number with the scale and the unit of the second, which stand only once: 5 to 7 million."""
    scale = right.number.scale
    if left.number.scale == ONE < scale and left.value * scale <= abs(right.value):
        step = left.step * scale if left.step else scale / 2
        left = replace(left, values=(left.value * scale,), step=step)
    if left.unit is None and right.unit is not None:
        left = replace(left, unit=right.unit, kind=right.kind, step=max(left.step, right.step), noun=None)
    return left


def _same_unit(left: Reading, right: Reading) -> bool:
    return left.unit is None or right.unit is None or left.unit.unit == right.unit.unit


def _is_change(tokens: Tokens, left: Reading, words: Vocabulary) -> bool:
    """Rose from 4 to 5 percent: two values at two times, no range."""
    if tokens[left.first - 1].key != "from":
        return False
    near = [token.key for token in tokens[max(0, left.first - CHANGE_REACH) : left.first - 1]]
    return not words.cues["change"].isdisjoint(near)


def _range(left: Reading, right: Reading) -> Reading:
    unit = left.unit if right.unit is None else right.unit
    kind = left.kind if right.unit is None and left.unit is not None else right.kind
    step = min(left.step, right.step) if left.step and right.step else ZERO
    return replace(
        right, values=(left.value, right.value), kind=kind, first=left.first, unit=unit, number=left.number,
        step=step, joined=True,
    )  # fmt: skip
