"""A numeral in digits -> its value: 1,247, 12,34,567.89, 1 234 567, 1.234,56, 2.48×10−5, 1e10, 2^8."""

import re
from decimal import Decimal

from claims.values.quantities.group import Group
from claims.values.quantities.number import ZERO

SEPARATORS = str.maketrans("", "", ",\u00a0\u2009\u202f ")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
"""1.234,56: the only numeral with a decimal comma that cannot be anything else."""
TIMES = ("x", "×", "*")


def read_numeral(text: str, index: int) -> Group:
    """The value of the numeral that is token ``index``, with its decimals."""
    if _EUROPEAN.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    plain = text.translate(SEPARATORS).replace("−", "-")
    base, raised, exponent = plain.partition("^")
    if raised and not any(sign in base for sign in TIMES):
        value = Decimal(base) ** int(exponent) if Decimal(base) else ZERO
        return Group(value, 0, index + 1, digits=True, exact=False)
    mantissa, power = _split_power(plain)
    decimals = len(mantissa.partition(".")[2])
    value = Decimal(mantissa)
    if not power:
        return Group(value, decimals, index + 1, digits=True)
    return Group(value.scaleb(int(power)), max(0, decimals - int(power)), index + 1, digits=True)


def _split_power(text: str) -> tuple[str, str]:
    """Mantissa and power of ten, the latter empty where there is none."""
    for sign in TIMES:
        mantissa, found, power = text.partition(sign)
        if found:
            return mantissa, power.removeprefix("10").removeprefix("^")
    mantissa, _, power = text.casefold().partition("e")
    return mantissa, power
