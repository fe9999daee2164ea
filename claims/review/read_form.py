"""The body of a POST -> what a reviewer asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl

from claims.records import Choice, Decision, Scope

REASONS = {"right": "t", "misread": "m", "fact_wrong": "f", "unimportant": "w", "other": "e"}
"""Why a flag is rejected (docs/decisions-file.md), and the key for it; empty where nobody said."""

LONGEST_NOTE = 2000
LONGEST_NAME = 100
MOST_FIELDS = 50


class BadForm(ValueError):
    """What was sent is none of the desk's forms."""


@dataclass(frozen=True, slots=True)
class Order:
    """A decision that was asked for: on one flag, or on every open place of an error."""

    decision: Decision
    group: bool


def read_form(body: bytes) -> dict[str, str]:
    """The fields, of each the last. Raises BadForm."""
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadForm("this is no form") from error
    return dict(pairs)


def read_order(form: dict[str, str], reviewer: str, now: datetime) -> Order:
    """What the button and the fields around it say. Raises BadForm.

    The button is ``CHOICE:SCOPE``, where the scope may also be ``group``.
    """
    choice, _, scope = form.get("act", "").partition(":")
    if choice not in (Choice.ACCEPT, Choice.REJECT, Choice.DEFER) or scope not in (*Scope, "group"):
        raise BadForm("no button was pressed")
    if choice != Choice.REJECT and scope not in (Scope.OCCURRENCE, "group"):
        raise BadForm("only a rejection goes further than its place")
    reason = form.get("reason", "")
    if reason not in ("", *REASONS):
        raise BadForm("there is no such reason")
    decision = Decision(
        choice=Choice(choice),
        scope=Scope.OCCURRENCE if scope == "group" else Scope(scope),
        reviewer=reviewer,
        decided=now,
        reason=reason if choice == Choice.REJECT else "",
        note=form.get("note", "").strip()[:LONGEST_NOTE],
        repair=_repair(form.get("repair", "")) if choice == Choice.ACCEPT else None,
        expires=_day(form.get("expires", ""), now) if choice == Choice.REJECT else None,
    )
    return Order(decision, scope == "group")


def read_name(text: str) -> str:
    """A person's name on one line."""
    return " ".join(text.split())[:LONGEST_NAME]


def _repair(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and len(text) < 4):
        raise BadForm("there is no such repair")
    return int(text) or None if text else None


def _day(text: str, now: datetime) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadForm("the day on which it ends is no date") from error
    if day and day <= now.date():
        raise BadForm("the day on which it ends has passed")
    return day
