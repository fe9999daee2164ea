"""The English date specifications of recognizers-text -> dated inputs with the values expected of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path("recognizers-text") / "Specs" / "DateTime" / "English"
COUNTED = ("date", "daterange", "duration")
"""Types of expressions that are scored; clock times, time zones and sets of clock times are not."""


@dataclass(frozen=True, slots=True)
class Value:
    """One listed resolution: a day or stretch of days, an open end as None, or seconds of a duration."""

    start: date | None = None
    end: date | None = None
    seconds: float | None = None
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """An expression with its type, offsets and the values listed for it; none where not resolved."""

    kind: str
    start: int
    end: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class TimeCase:
    """One input with its reference date, the specifications that hold it, and what is expected."""

    files: tuple[str, ...]
    text: str
    reference: date
    expected: tuple[Expected, ...]

    @property
    def half(self) -> str:
        """``developed`` for the three quarters that were looked at while the grammar was written, else ``held_out``.

        The second quarter of the odd hashes, ``opened``, was held out until 2026-11-26.
        """
        rest = int(sha256(self.text.encode()).hexdigest(), 16) % 4
        return {1: "opened", 3: "held_out"}.get(rest, "developed")


def read_specs(devsets: Path) -> list[TimeCase]:
    """All distinct cases that give a reference date, in the order of their first file."""
    cases: dict[tuple[str, date, tuple[Expected, ...]], list[str]] = {}
    for path in sorted((devsets / FOLDER).glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8-sig")):
            reference = (row.get("Context") or {}).get("ReferenceDateTime")
            if reference:
                key = (row["Input"], date.fromisoformat(reference[:10]), tuple(_expected(row)))
                cases.setdefault(key, []).append(path.stem)
    return [TimeCase(tuple(files), *key) for key, files in cases.items()]


def _expected(row: dict[str, Any]) -> Iterator[Expected]:
    for result in row.get("Results") or []:
        kind = (result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
        end = result["End"] + 1 if "End" in result else result["Start"] + result["Length"]
        values = tuple(dict.fromkeys(v for v in _values(result) if v is not None))
        yield Expected(kind, result["Start"], end, values)


def _values(result: dict[str, Any]) -> Iterator[Value | None]:
    """The values of either form: a list of them, or a future and a past resolution."""
    value = result.get("Value")
    listed = (result.get("Resolution") or value or {}).get("values")
    if listed is not None:
        yield from (_listed(each) for each in listed)
    elif isinstance(value, dict):
        for side in ("PastResolution", "FutureResolution"):
            yield _resolution(value.get(side) or {}, value.get("Mod") or "")


def _listed(row: dict[str, Any]) -> Value | None:
    value, mod = row.get("value"), row.get("Mod") or ""
    if value == "not resolved":
        return None
    if row["type"] == "duration":
        return Value(seconds=float(value), mod=mod)
    if value:
        day = _day(value)
        return Value(day, day, mod=mod) if day else None
    return Value(_day(row.get("start")), _day(row.get("end")), mod=mod)


def _resolution(row: dict[str, str], mod: str) -> Value | None:
    if "duration" in row:
        return Value(seconds=float(row["duration"]), mod=mod)
    if "date" in row:
        day = _day(row["date"])
        return Value(day, day, mod=mod) if day else None
    start, end = _day(row.get("startDate")), _day(row.get("endDate"))
    return Value(start, end, mod=mod) if start or end else None


def _day(text: str | None) -> date | None:
    """A day, without the clock that may follow it; None where it is none ("not resolved", year 0)."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
