"""A fact as a sentence, from its predicate's template."""

from claims.values.dates import write_partial


def write_fact(template: str, subject: str, value: str, times: tuple[str, str, str]) -> str:
    """The sentence for a fact. ``times`` holds valid_from, valid_to and as_of as partial dates or ""."""
    valid_from, valid_to, as_of = times
    until = f" to {write_partial(valid_to)}" if valid_to and valid_to != valid_from else ""
    known = f" (as of {write_partial(as_of)})" if as_of and not valid_to else ""
    from_to = f"{write_partial(valid_from)}{until}{known}" if valid_from else "an unknown date"
    return template.format(subject=subject, value=value, time=from_to)
