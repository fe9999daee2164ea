"""Numbers in words as one token: "twenty-first", "nineteen ninety-six", "two thousand and fifteen"."""

from claims.values.times.tokens import Token, number_kind

_SPELLED = frozenset(("number", "ordinal", "decade_word"))


def fold_numbers(tokens: list[Token]) -> list[Token]:
    """The tokens with every number in words as one number, ordinal, year or decade."""
    if not any(token.kind in _SPELLED for token in tokens):
        return tokens
    folded: list[Token] = []
    index = 0
    while index < len(tokens):
        token, used = _folded_at(tokens, index)
        folded.append(token)
        index += used
    return folded


def _folded_at(tokens: list[Token], index: int) -> tuple[Token, int]:
    """The number that begins at an index and how many tokens it takes; else the token itself."""
    token = tokens[index]
    if token.kind not in _SPELLED or token.key == "tens":
        return token, 1
    value, used, kind = _small(tokens, index)
    if kind == "number" and 11 <= value <= 20:
        year = _in_hundreds(tokens, index, used, value)
        if year:
            return year
    if kind == "number" and value < 10 and _key(tokens, index + used) in ("thousand", "thousands", "hundred"):
        return _in_thousands(tokens, index, used, value)
    if kind == "ordinal":
        kind = "day_ordinal" if value <= 31 else "big_ordinal"
    else:
        kind = "short_decade" if kind == "decade_word" else number_kind(str(value), value)
    return _join(tokens, index, used, kind, value)


def _in_hundreds(tokens: list[Token], index: int, used: int, hundreds: int) -> tuple[Token, int] | None:
    """ "nineteen ninety-six", "nineteen oh five", "nineteen hundred and five", "the nineteen-sixties"."""
    used += _dash(tokens, index + used)
    if _key(tokens, index + used) == "hundred":
        return _with_rest(tokens, index, used + 1, hundreds * 100)
    zero = _key(tokens, index + used) in ("zero", "oh")
    following, more, kind = _small(tokens, index + used + zero)
    if kind == "number" and (following >= 10 or zero):
        return _join(tokens, index, used + zero + more, "year", hundreds * 100 + following)
    if kind == "decade_word" and hundreds >= 15:
        return _join(tokens, index, used + more, "decade", hundreds * 100 + following)
    return None


def _in_thousands(tokens: list[Token], index: int, used: int, value: int) -> tuple[Token, int]:
    """ "two thousand and fifteen", "one thousand seven hundred and eighty nine", "the two thousands", "two hundred"."""
    word, used = _key(tokens, index + used), used + 1
    if word == "thousands":
        return _join(tokens, index, used, "decade" if value == 2 else "figure", value * 1000)
    value *= 1000 if word == "thousand" else 100
    hundreds, more, kind = _small(tokens, index + used)
    if word == "thousand" and kind == "number" and _key(tokens, index + used + more) == "hundred":
        return _with_rest(tokens, index, used + more + 1, value + hundreds * 100)
    year, taken = _with_rest(tokens, index, used, value)
    if value == year.value == 2000 and _stands_alone(tokens, index, index + used):
        return _join(tokens, index, used, "year", value)
    return year, taken


_AFTER_YEAR = frozenset((".", ",", ";", ")", "until", "till", "through"))
_BEFORE_YEAR = frozenset(("in", "since", "from", "until", "year"))


def _stands_alone(tokens: list[Token], index: int, end: int) -> bool:
    """Whether "two thousand" dates: after a month or a date, or after "in" or "from" with nothing to count."""
    before = tokens[index - 1] if index else None
    closed = end >= len(tokens) or tokens[end].key in _AFTER_YEAR
    if before and before.key == "," and index > 1:
        before = tokens[index - 2]
    dated = before is not None and before.kind == "month" and (closed or _key(tokens, end) == "and")
    return dated or (closed and before is not None and before.key in _BEFORE_YEAR)


def _with_rest(tokens: list[Token], index: int, used: int, value: int) -> tuple[Token, int]:
    """ "two thousand and fifteen" is a year, "two thousand" alone a number, "two thousand and tens" a decade."""
    skip = 1 if _key(tokens, index + used) == "and" else 0
    rest, more, kind = _small(tokens, index + used + skip)
    if kind == "number":
        kind = number_kind(str(value + rest), value + rest)
        return _join(tokens, index, used + skip + more, kind, value + rest)
    if kind == "decade_word" and skip and value >= 1000:
        return _join(tokens, index, used + skip + more, "decade", value + rest)
    return _join(tokens, index, used, "figure" if value >= 1000 else "hundreds", value)


def _small(tokens: list[Token], index: int) -> tuple[int, int, str]:
    """A number below 100 in words at an index: value, tokens used, class; 0 tokens where there is none."""
    if index >= len(tokens) or tokens[index].kind not in ("number", "ordinal", "decade_word"):
        return 0, 0, ""
    token = tokens[index]
    after = index + 1 + _dash(tokens, index + 1)
    if token.kind == "number" and token.value >= 20 and after < len(tokens):
        unit = tokens[after]
        if unit.kind in ("number", "ordinal") and unit.value < 10:
            return token.value + unit.value, after - index + 1, unit.kind
    return token.value, 1, token.kind


def _dash(tokens: list[Token], index: int) -> int:
    return 1 if index < len(tokens) and tokens[index].key == "-" else 0


def _key(tokens: list[Token], index: int) -> str:
    return tokens[index].key if index < len(tokens) else ""


def _join(tokens: list[Token], index: int, used: int, kind: str, value: int) -> tuple[Token, int]:
    first, last = tokens[index], tokens[index + used - 1]
    return Token(first.start, last.end, kind, first.key, value, "spelled"), used
