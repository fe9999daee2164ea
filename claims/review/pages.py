"""What the desk shows -> HTML. Everything that comes from an article is text, whatever is in it."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from claims.report.printable import printable
from claims.report.wording import (
    action_in_words,
    confidence_in_words,
    in_words,
    probability_in_words,
    rejection_in_words,
    scope_in_words,
    slot_in_words,
)
from claims.values.dates import write_partial

STATIC: Mapping[str, tuple[str, str]] = {
    "desk.css": ("claims.review", "text/css; charset=utf-8"),
    "desk.js": ("claims.review", "text/javascript; charset=utf-8"),
}
"""The files that pages load, all from here: the package each lies in, and its type."""

CHOICES = {"accept": "Accepted", "reject": "Rejected", "defer": "Deferred", "undo": "Taken back"}
STATES = {
    "open": "To decide", "deferred": "Deferred", "accepted": "Accepted", "rejected": "Rejected", "all": "All",
}  # fmt: skip
PAST = {
    "holds": "holds",
    "undone": "taken back",
    "expired": "has expired",
    "replaced": "replaced by a later one",
    "other_facts": "holds no longer: the facts say something else now",
    "other_rule": "of another reading of this statement",
}


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - a page takes what it needs
    """A page, or a part of one, as HTML."""
    return _environment().get_template(template).render(**values)


@cache
def static(name: str) -> str:
    """A file that pages load."""
    return (files(STATIC[name][0]) / "static" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    env = Environment(
        loader=ChoiceLoader(
            [PackageLoader("claims", "review/templates"), PackageLoader("claims", "report/templates")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        words=in_words,
        slot=slot_in_words,
        certainty=confidence_in_words,
        rejection=rejection_in_words,
        scope=scope_in_words,
        probability=probability_in_words,
        action=action_in_words,
        day=_day,
        plural=_plural,
        choice=lambda code: CHOICES[code],
        state=lambda code: STATES[code],
        past=lambda code: PAST[code],
    )
    return env


def _finalize(value: object) -> object:
    return value if hasattr(value, "__html__") else printable(str(value))


def _day(moment: date | datetime) -> str:
    return write_partial(moment.strftime("%Y-%m-%d"))


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
