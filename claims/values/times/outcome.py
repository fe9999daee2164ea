"""What a reader makes of the words it matched."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claims.records import Interval
from claims.values.times.tokens import Token

Yearly = Callable[[int], Interval | None]
"""What a day, month, season or holiday is in a year; None where there is none (29 February)."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time as read: no reading means that it cannot be resolved.

    ``yearly`` says what a time without its year is in any year; ``shift`` what a distance ("two days
    before") makes of the day it is measured from; ``weekday`` is the day of the week written with it.
    """

    readings: tuple[Interval, ...] = ()
    relative: bool = False
    yearly: Yearly | None = None
    weekday: int | None = None
    shift: Callable[[Interval], tuple[Interval, ...]] | None = None
    from_before: bool = False
    """Whether it is measured from a time named before it ("two years later"), else from one after it."""
    alone: "Amount | None" = None
    """What it is where no time follows that it could be measured from: "two hours from Paris"."""
    weekly: bool = False
    """Whether it is a day of the week alone, which comes again after seven days."""


UNRESOLVED_RELATIVE = Time((), True)

UNIT_DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "weekend": 2, "week": 7, "fortnight": 14,
    "month": 30, "quarter": 91, "year": 365, "decade": 3650, "century": 36500, "millennium": 365000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A stretch of time without a place in the calendar: ``kind`` is duration, age or every."""

    kind: str
    count: float
    unit: str
    more: tuple[tuple[float, str], ...] = ()
    """Smaller units that follow: "and two months"."""

    @property
    def unit_days(self) -> float:
        """The days of its unit; a month has 30 and a year 365, as in everyday reckoning."""
        return UNIT_DAYS[self.unit]

    @property
    def days(self) -> float:
        """Its length in days."""
        return self.count * self.unit_days + sum(count * UNIT_DAYS[unit] for count, unit in self.more)

    @property
    def finest(self) -> str:
        """The smallest unit of its count."""
        return self.more[-1][1] if self.more else self.unit


@dataclass(frozen=True, slots=True)
class Found:
    """Where in the text a time or an amount was found."""

    start: int
    end: int
    what: Time | Amount


@dataclass(slots=True)
class Context:
    """What a reader may look at beside the words it matched."""

    text: str
    reference: date | None
    tokens: Sequence[Token] = ()
    found: list[Found] = field(default_factory=list)

    def before(self, position: int, width: int = 40) -> str:
        """The text just before a position."""
        return self.text[max(0, position - width) : position]

    def next_token(self, position: int) -> Token | None:
        """The first token that starts at or after a position."""
        return next(
            (token for token in self.tokens if token.start >= position and token.end > position), None
        )


class Parts:
    """The tokens of a match by the names that its pattern gives them."""

    __slots__ = ("_first", "_match", "_tokens")

    def __init__(self, match: re.Match[str], tokens: Sequence[Token]) -> None:
        self._match, self._tokens = match, tokens

    @property
    def start(self) -> int:
        """Where the time begins in the text; ``span`` in a pattern leaves out the words around it."""
        span = self.all("span")
        return span[0].start if span else self._tokens[self._match.start()].start

    @property
    def end(self) -> int:
        """Where the match ends in the text."""
        return self._tokens[self._match.end() - 1].end

    def all(self, name: str) -> Sequence[Token]:
        """The tokens of a name; none where the pattern does not have it or it did not match."""
        match, groups = self._match, self._match.re.groupindex
        number = 1
        while (group := f"{name}_{number}") in groups:
            if match.start(group) >= 0:
                return self._tokens[match.start(group) : match.end(group)]
            number += 1
        return ()

    def get(self, name: str) -> Token | None:
        """The first token of a name, or None."""
        found = self.all(name)
        return found[0] if found else None

    def __getitem__(self, name: str) -> Token:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def part(self) -> str | None:
        """``early``, ``mid`` or ``late`` where the match says so."""
        token = self.get("p") or self.get("q")
        return token.word if token else None

    @property
    def weekday(self) -> int | None:
        """The day of the week written with a date, 0 for Monday, or None."""
        token = self.get("w")
        return token.value if token else None

    def tokens(self) -> Sequence[Token]:
        """All tokens of the match."""
        return self._tokens[self._match.start() : self._match.end()]


def hedged(time: Time) -> Time:
    """The same time, its readings approximate."""
    return replace(
        time, readings=tuple(Interval(r.start, r.end, r.precision, approximate=True) for r in time.readings)
    )
