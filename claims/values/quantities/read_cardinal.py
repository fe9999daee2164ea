"""Cardinals and ordinals in digits, words and both: 2.3 million, one hundred and five, twenty-first.

The grammar is that of English numerals: groups below a thousand, each followed by a scale, in falling
order. What does not fit it ends the number, so "two thousand and three million" is two numbers.
"""

from decimal import Decimal

from claims.values.quantities.group import Group, goes_on, is_parts, past_hyphen, role_of
from claims.values.quantities.number import ONE, ZERO, Number, half_step
from claims.values.quantities.read_fraction import Roles, read_fraction, read_parts
from claims.values.quantities.read_group import read_group
from claims.values.quantities.tokens import Tokens

MOST_SCALES = 3
"""Scales in a row, as in "a million trillion"; more are no number."""
DOZEN, HUNDRED = Decimal(12), Decimal(100)


def read_cardinal(tokens: Tokens, index: int, roles: Roles, abbreviated: Roles) -> Number | None:
    """The number that starts at a token; ``abbreviated`` holds the scales that may follow digits (bn, k)."""
    group = read_group(tokens, index, roles)
    if group is None:
        return None
    total, step, end, last_scale, ordinal = ZERO, ZERO, index, Decimal("Infinity"), False
    plain = group.digits
    while group is not None:
        scale, after, ordinal = _scale(tokens, group, roles, abbreviated)
        if scale >= last_scale or (last_scale.is_finite() and group.value * scale >= last_scale):
            ordinal = False
            break
        total += group.value * scale
        step = _step(group, scale)
        plain = plain and after == index + 1 and tokens[index].text.isdecimal()
        end, last_scale = after, scale
        if ordinal or scale == 1:
            break
        end, total = _and_a_half(tokens, end, total, scale, roles)
        group = _next_group(tokens, end, roles, digits=group.digits)
    form = "ordinal" if ordinal else "digits" if tokens[index].is_numeral else "words"
    if last_scale == 1 and tokens[end - 1].key == "hundred":  # two to three hundred
        last_scale = HUNDRED
    number = Number(total, step, index, end, form, plain, last_scale if last_scale.is_finite() else ONE)
    return _in_parts(tokens, number, roles) if form == "words" else number


def _step(group: Group, scale: Decimal) -> Decimal:
    """Half of the last place; a dozen is loose by one, "one and a half million" by a quarter of one."""
    if scale == DOZEN:
        return group.value
    if not group.exact:
        return scale / 4 if scale > 1 else ZERO
    return half_step(group.value, group.decimals, scale)


def _in_parts(tokens: Tokens, number: Number, roles: Roles) -> Number:
    """The number as the top of a fraction where its denominator follows: three-hundredths, not two halves."""
    whole, top, at = number.value == number.value.to_integral_value(), number.value, number.last
    name, tens = role_of(tokens[at - 1], roles)
    bottom = read_parts(tokens, at - 1, roles) if name == "tens" and top >= HUNDRED else None
    if bottom is not None:  # one hundred thirty-fifths: a hundred of them
        top -= tens
    else:
        bottom = read_parts(tokens, past_hyphen(tokens, at), roles)
    if bottom is None or not whole or top == bottom.value:
        return number
    return number._replace(
        value=top / bottom.value, step=ZERO, last=bottom.last, form="fraction", plain=False, scale=ONE
    )


def _scale(tokens: Tokens, group: Group, roles: Roles, abbreviated: Roles) -> tuple[Decimal, int, bool]:
    """The scale after a group (1 where none follows), the token after it, whether it makes an ordinal."""
    if group.ordinal:
        return ONE, group.last, True
    scale, at = ONE, group.last
    if group.digits and tokens[at].text in abbreviated and tokens[at].start - tokens[at - 1].end <= 2:
        return abbreviated[tokens[at].text].value, at + 1, False
    for _ in range(MOST_SCALES):
        here = past_hyphen(tokens, at)
        name, value = role_of(tokens[here], roles)
        if name in ("dozen", "plural") and scale == 1:
            return value, here + 1, False
        if name == "ordinal" and value >= 1000 and not group.decimals:  # a hundred thousandth
            return scale * value, here + 1, True
        if name != "scale":
            return scale, at, False
        scale, at = scale * value, here + 1
    return scale, at, False


def _and_a_half(
    tokens: Tokens, end: int, total: Decimal, scale: Decimal, roles: Roles
) -> tuple[int, Decimal]:
    """One million and a half is 1.5 million."""
    if tokens[end].key != "and" or tokens[end + 1].is_numeral:
        return end, total
    part = read_fraction(tokens, end + 1, roles)
    follows, smaller = ("", ZERO) if part is None else role_of(tokens[part.last], roles)
    if part is not None and follows == "scale" and smaller < scale:  # one billion and a quarter million
        return part.last + 1, total + part.value * smaller
    if part is None or follows == "scale" or (tokens[end + 1].key == "half" and goes_on(tokens[part.last])):
        return end, total
    return part.last, total + part.value * scale


def _is_comma_within(tokens: Tokens, end: int, roles: Roles) -> bool:
    """Whether a comma parts one number: three million, two hundred and forty; but not a list of numbers."""
    names = [role_of(token, roles)[0] for token in tokens[end + 1 : end + 5]]
    words = names[0] in ("unit", "teen") and names[1] == "hundred" and tokens[end + 3].key in ("and", "&")
    return tokens[end].text == "," and words and names[3] in ("unit", "teen", "tens")


def _next_group(tokens: Tokens, end: int, roles: Roles, *, digits: bool) -> Group | None:
    """The group that goes on with a number after a scale, if any."""
    end += _is_comma_within(tokens, end, roles)
    joined = tokens[end].key in ("and", "&")
    token = tokens[end + joined]
    if token.is_numeral:
        scaled = role_of(tokens[end + joined + 1], roles)[0] in ("hundred", "scale")
        return read_group(tokens, end + joined, roles) if digits and scaled and not joined else None
    group = read_group(tokens, end + joined, roles)
    if group is not None and joined and is_parts(tokens, group.last, roles):
        return None
    if group is None or not group.ordinal:
        return group
    return None if (digits if joined else group.value < 3) else group  # at $14 trillion and third in the list
