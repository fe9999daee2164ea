"""A fact as a sentence, from its predicate's template."""

from claims.values.dates import write_partial


def write_fact(template: str, subject: str, value: str, times: tuple[str, str, str]) -> str:
    """The sentence for a fact. ``times`` holds valid_from, valid_to and as_of as partial dates or ""."""
    valid_from, valid_to, as_of = times
    until = f" to {write_partial(valid_to)}" if valid_to and valid_to != valid_from else ""
    known = f" (as of {write_partial(as_of)})" if as_of and not valid_to else ""
    since = write_partial(valid_from) if valid_from else "from an unknown date" if until else ""
    from_to = f"{since}{until}{known}".strip() or "date unknown"
    return template.format(subject=subject, value=_readable(value), time=from_to)


def _readable(value: str) -> str:
    """A long number with its thousands apart."""
    whole, point, rest = value.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isdecimal() and len(whole) > LONGEST_PLAIN else value


LONGEST_PLAIN = 4
"""Digits of a number that is written without separators: a year keeps its form."""
