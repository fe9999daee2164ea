"""A file of decisions that a report has exported -> what it holds (docs/decisions-file.md)."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from claims.errors import DecisionsError
from claims.records import Choice, Decision, Scope

KIND, VERSION = "fact-claims decisions", 1
LARGEST = 100_000_000
"""Bytes; a decision takes some 700."""

LONGEST_NOTE = 2000


@dataclass(frozen=True, slots=True)
class GivenDecision:
    """A decision and the flag it is on: which finding of which text, and what the flag is known by."""

    decision: Decision
    article: str
    sha256: str
    finding: int
    claim: str
    facts: str
    rule: str


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """Decisions on the flags of one run. ``bad`` are those that do not follow the format: their place from 1, and why."""

    run: str
    decisions: tuple[tuple[int, GivenDecision], ...]
    bad: tuple[tuple[int, str], ...]


def read_decisions(path: Path) -> DecisionsFile:
    """The decisions of a file. Raises DecisionsError where it is none of decisions; a bad one among them is set aside."""
    told = _read(path)
    if told.get("kind") != KIND:
        raise DecisionsError(f"{path} is no file of decisions; export one from a report")
    version, run, rows = told.get("version"), told.get("run"), told.get("decisions")
    if not isinstance(version, int) or version > VERSION:
        raise DecisionsError(
            f"{path} is of version {version!r}, this program reads up to {VERSION}; update it"
        )
    if not isinstance(run, str) or not isinstance(rows, list):
        raise DecisionsError(f"{path} is cut short: it names no run, or has no list of decisions")
    good: list[tuple[int, GivenDecision]] = []
    bad: list[tuple[int, str]] = []
    for place, row in enumerate(rows, start=1):
        try:
            good.append((place, _given(row)))
        except (KeyError, TypeError, ValueError) as error:
            bad.append((place, f"it does not follow the format ({type(error).__name__}: {error})"))
    return DecisionsFile(run, tuple(good), tuple(bad))


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise DecisionsError(f"{path} has more than {LARGEST:,} bytes; it is no file of decisions")
        told = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DecisionsError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise DecisionsError(
            f"{path} is no file of decisions; export one from a report (as JSON it is broken: {error})"
        ) from error
    if not isinstance(told, dict):
        raise DecisionsError(f"{path} is no file of decisions; export one from a report")
    return told


def _given(row: dict[str, Any]) -> GivenDecision:
    choice, scope = Choice(row["decision"]), Scope(row["scope"])
    if choice is Choice.UNDO:
        raise ValueError("an undo is none that a report exports")
    if scope is not Scope.OCCURRENCE and choice is not Choice.REJECT:
        raise ValueError(f"only a rejection has the scope {scope}")
    repair = row.get("repair")
    expires = row.get("expires")
    return GivenDecision(
        Decision(
            choice=choice,
            scope=scope,
            reviewer=" ".join(_text(row, "reviewer").split())[:100],
            decided=_moment(_text(row, "time")),
            reason=_text(row, "reason") if choice is Choice.REJECT else "",
            note=_text(row, "note")[:LONGEST_NOTE],
            repair=int(repair) if repair is not None and choice is Choice.ACCEPT else None,
            expires=date.fromisoformat(expires) if expires else None,
        ),
        _text(row, "article"),
        _text(row, "sha256"),
        int(row["finding"]),
        _text(row, "claim"),
        _text(row, "facts"),
        _text(row, "rule"),
    )


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name, "") if name in ("reviewer", "reason", "note") else row[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value.encode("utf-8", "replace").decode()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("time has no zone")
    return moment.astimezone(UTC)
