"""Cardinals and ordinals in digits, words and both: 2.3 million, one hundred and five, twenty-first.

The grammar is that of English numerals: groups below a thousand, each followed by a scale, in falling
order. What does not fit it ends the number, so "two thousand and three million" is two numbers.
"""

from decimal import Decimal
from typing import NamedTuple

from claims.values.quantities.number import ONE, ZERO, Number, half_step
from claims.values.quantities.read_fraction import HYPHENS, Roles, read_fraction
from claims.values.quantities.tokens import Token, Tokens

HUNDRED, DOZEN = Decimal(100), Decimal(12)
NO_ROLE = ("", ZERO)


class Group(NamedTuple):
    """What stands before a scale: its value, its decimals, the token after it."""

    value: Decimal
    decimals: int
    last: int
    ordinal: bool = False
    digits: bool = False
    exact: bool = True


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
    number = Number(total, step, index, end, form, plain, last_scale if last_scale.is_finite() else ONE)
    return _in_parts(tokens, number, roles) if form == "words" else number


def _step(group: Group, scale: Decimal) -> Decimal:
    """Half of the last place; a dozen is loose by one, "one and a half million" by a quarter of one."""
    if scale == DOZEN:
        return group.value
    if not group.exact:
        return scale / 4 if scale > 1 else ZERO
    return half_step(group.value, group.decimals, scale)


def read_group(tokens: Tokens, index: int, roles: Roles) -> Group | None:
    """A numeral, or words for a number below a thousand with their fraction."""
    token = tokens[index]
    group = _numeral(token, index) if token.is_numeral else _words(tokens, index, roles)
    if group is None or group.ordinal:
        return group
    group = _hundreds(tokens, group, roles)
    return group if group.ordinal else _with_fraction(tokens, group, roles)


def _numeral(token: Token, index: int) -> Group | None:
    text = token.text
    for sign in ",\u00a0\u2009\u202f ":
        if "x" not in text and "×" not in text and "*" not in text:
            text = text.replace(sign, "")
    mantissa, _, power = _split_power(text)
    decimals = len(mantissa.partition(".")[2])
    value = Decimal(mantissa)
    if power:
        value = value.scaleb(int(power))
        return Group(value, max(0, decimals - int(power)), index + 1, digits=True)
    return Group(value, decimals, index + 1, digits=True)


def _split_power(text: str) -> tuple[str, str, str]:
    text = text.replace("−", "-").replace(",", "").replace("\u00a0", "")
    for sign in ("x", "×", "*"):
        mantissa, found, power = text.partition(sign)
        if found:
            return mantissa.strip(), sign, power.strip().removeprefix("10").replace("^", "").strip()
    return text.casefold().partition("e")


def _words(tokens: Tokens, index: int, roles: Roles) -> Group | None:
    name, value = roles.get(tokens[index].key, NO_ROLE)
    follows = roles.get(tokens[index + 1].key, NO_ROLE)[0]
    if tokens[index].key in ("a", "an"):
        return Group(ONE, 0, index + 1) if follows in ("hundred", "scale", "dozen") else None
    if name == "hundred":
        return Group(value, 0, index + 1) if follows == "scale" else None
    if name in ("unit", "teen"):
        return Group(value, 0, index + 1)
    if name == "ordinal":
        return Group(value, 0, index + 1, ordinal=True)
    return _tens(tokens, index, value, roles) if name == "tens" else None


def _tens(tokens: Tokens, index: int, value: Decimal, roles: Roles) -> Group:
    after = index + 1 + (tokens[index + 1].text in HYPHENS)
    name, unit = roles.get(tokens[after].key, NO_ROLE)
    if name == "unit" and unit:
        return Group(value + unit, 0, after + 1)
    if name == "ordinal" and unit < 10 and tokens[after].start - tokens[index].end < 2:
        return Group(value + unit, 0, after + 1, ordinal=True)
    return Group(value, 0, index + 1)


def _hundreds(tokens: Tokens, group: Group, roles: Roles) -> Group:
    """The group, times a hundred where that word follows, with what comes after it."""
    at = _past_hyphen(tokens, group.last)
    name, value = roles.get(tokens[at].key, NO_ROLE)
    if name == "ordinal" and value >= HUNDRED and not group.decimals:
        return group._replace(value=group.value * value, last=at + 1, ordinal=True)
    if name != "hundred":
        return group
    hundreds = group._replace(value=group.value * HUNDRED, last=at + 1, decimals=0)
    joined = tokens[at + 1].key in ("and", "&")
    rest = _words(tokens, at + 1 + joined, roles)
    if rest is None and joined and group.digits and tokens[at + 2].text.isdecimal():
        rest = _numeral(tokens[at + 2], at + 2)
    if rest is None or rest.value >= HUNDRED or rest.last == at + 1 + joined:
        return hundreds
    follows, parts = roles.get(tokens[_past_hyphen(tokens, rest.last)].key, NO_ROLE)
    if follows == "hundred" or (follows == "parts" and joined and rest.value < parts):
        return hundreds
    if rest.ordinal and rest.value == 2 and not joined:  # "a hundred second graders" is no number
        return hundreds
    return hundreds._replace(value=hundreds.value + rest.value, last=rest.last, ordinal=rest.ordinal)


def _in_parts(tokens: Tokens, number: Number, roles: Roles) -> Number:
    """The number as the top of a fraction where its denominator follows: three-hundredths."""
    at = _past_hyphen(tokens, number.last)
    name, value = roles.get(tokens[at].key, NO_ROLE)
    if (
        name != "parts"
        or number.form not in ("words", "digits")
        or number.value != number.value.to_integral_value()
    ):
        return number
    return number._replace(
        value=number.value / value, step=ZERO, last=at + 1, form="fraction", plain=False, scale=ONE
    )


def _is_parts(tokens: Tokens, index: int, roles: Roles) -> bool:
    return roles.get(tokens[_past_hyphen(tokens, index)].key, NO_ROLE)[0] == "parts"


def _past_hyphen(tokens: Tokens, index: int) -> int:
    return index + (tokens[index].text in HYPHENS and tokens[index + 1].is_word)


def _with_fraction(tokens: Tokens, group: Group, roles: Roles) -> Group:
    """3½, 2 1/2, five and a half, forty-two and a third; "two point five" too."""
    at = group.last
    if tokens[at].key == "point":
        return _with_point(tokens, group, roles)
    at += tokens[at].text in HYPHENS and tokens[at + 1].key == "and"  # two-and-a-half
    joined = tokens[at].key == "and"
    part = read_fraction(tokens, at + joined + (joined and tokens[at + 1].text in HYPHENS), roles)
    if part is None or part.value >= 1 or group.decimals or (not joined and not _is_mixed(tokens, at)):
        return group
    if joined and tokens[at + 1].is_numeral:
        return group
    if (
        joined
        and roles.get(tokens[part.last - 1].key, NO_ROLE)[0] == "ordinal"
        and _goes_on(tokens[part.last])
    ):
        return group  # "two and a third man" tells of a man
    return group._replace(value=group.value + part.value, last=part.last, exact=False)


def _is_mixed(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return not token.is_word and token.start - tokens[index - 1].end <= 2


def _goes_on(token: Token) -> bool:
    return token.is_word and token.key not in ("of", "miles", "times", "million", "billion", "percent")


def _with_point(tokens: Tokens, group: Group, roles: Roles) -> Group:
    digits, at = "", group.last + 1
    while (spoken := _spoken(tokens, at, roles)) is not None:
        digits += str(spoken.value)
        at = spoken.last
    if not digits:
        return group
    return group._replace(value=group.value + Decimal(f"0.{digits}"), decimals=len(digits), last=at)


def _spoken(tokens: Tokens, index: int, roles: Roles) -> Group | None:
    name = roles.get(tokens[index].key, NO_ROLE)[0]
    return _words(tokens, index, roles) if name in ("unit", "teen", "tens") else None


def _scale(tokens: Tokens, group: Group, roles: Roles, abbreviated: Roles) -> tuple[Decimal, int, bool]:
    """The scale after a group (1 where none follows), the token after it, whether it makes an ordinal."""
    if group.ordinal:
        return ONE, group.last, True
    scale, at = ONE, group.last
    if group.digits and tokens[at].text in abbreviated and tokens[at].start - tokens[at - 1].end <= 2:
        return abbreviated[tokens[at].text].value, at + 1, False
    while True:
        here = _past_hyphen(tokens, at)
        name, value = roles.get(tokens[here].key, NO_ROLE)
        if name in ("dozen", "plural") and scale == 1:
            return value, here + 1, False
        if name != "scale":
            return scale, at, False
        scale, at = scale * value, here + 1


def _and_a_half(
    tokens: Tokens, end: int, total: Decimal, scale: Decimal, roles: Roles
) -> tuple[int, Decimal]:
    """One million and a half is 1.5 million."""
    if tokens[end].key != "and" or tokens[end + 1].is_numeral:
        return end, total
    part = read_fraction(tokens, end + 1, roles)
    follows, smaller = ("", ZERO) if part is None else roles.get(tokens[part.last].key, NO_ROLE)
    if part is not None and follows == "scale" and smaller < scale:  # one billion and a quarter million
        return part.last + 1, total + part.value * smaller
    if part is None or follows == "scale" or (tokens[end + 1].key == "half" and _goes_on(tokens[part.last])):
        return end, total
    return part.last, total + part.value * scale


def _next_group(tokens: Tokens, end: int, roles: Roles, *, digits: bool) -> Group | None:
    """The group that goes on with a number after a scale, if any."""
    joined = tokens[end].key in ("and", "&")
    token = tokens[end + joined]
    if token.is_numeral:
        scaled = roles.get(tokens[end + joined + 1].key, NO_ROLE)[0] in ("hundred", "scale")
        return read_group(tokens, end + joined, roles) if digits and scaled and not joined else None
    group = read_group(tokens, end + joined, roles)
    if group is not None and joined and _is_parts(tokens, group.last, roles):
        return None
    return None if group is None or (group.ordinal and not joined and group.value < 3) else group
