"""The matches that two sides played, or that one played: internationals by their sides, finals by winner and runner-up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claims.records import Fact, Interval
from claims.store.open import Store

SIDES = ("home_team", "away_team", "won_by", "runner_up")
"""Predicates whose value is a side of a match, each with its opposite beside it."""
OPPOSITE = {"home_team": "away_team", "away_team": "home_team", "won_by": "runner_up", "runner_up": "won_by"}
_SCORE = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class PlayedMatch:
    """One match as one side saw it. ``points`` are its own and the other's; ``won`` is None where that is not known."""

    entity: str
    side: str
    other: str
    day: date
    points: tuple[int, int]
    won: bool | None
    facts: tuple[Fact, ...]
    """The facts of its day, its sides and its score, which comes first."""

    @property
    def is_final(self) -> bool:
        """Whether it decided an edition, and is known by its winner."""
        return self.entity.startswith("edition/")


def find_matches(sides: Iterable[str], store: Store, other: Iterable[str] = ()) -> tuple[PlayedMatch, ...]:
    """The matches of one of ``sides``, against one of ``other`` where any is given, in order of time."""
    against = frozenset(other)
    found = {
        (fact.subject, side): fact.predicate
        for side in sides
        for predicate in SIDES
        for fact in store.facts_with_value(predicate, side)
    }
    matches = (_match(entity, side, role, against, store) for (entity, side), role in found.items())
    return _distinct(sorted((m for m in matches if m), key=lambda m: (m.day, not m.is_final, m.entity)))


def _distinct(matches: Iterable[PlayedMatch]) -> tuple[PlayedMatch, ...]:
    """Each match once: a final is also an international, and the edition that it decided may have no other days."""
    kept: dict[tuple[date, str, str], PlayedMatch] = {}
    for match in matches:
        kept.setdefault((match.day, match.side, match.other), match)
    return tuple(kept.values())


def _match(entity: str, side: str, role: str, against: frozenset[str], store: Store) -> PlayedMatch | None:
    opposite = store.facts(entity, OPPOSITE[role])
    if len(opposite) != 1 or (against and opposite[0].value not in against):
        return None
    days, scores = store.facts(entity, "took_place"), store.facts(entity, "score")
    day = _day(days[0].valid) if len(days) == 1 else None
    points = _SCORE.fullmatch(scores[0].value) if len(scores) == 1 else None
    if day is None or points is None:
        return None
    first, second = (int(number) for number in points.groups())
    own_first = role in ("home_team", "won_by")
    own = store.facts(entity, role)
    return PlayedMatch(
        entity,
        side,
        opposite[0].value,
        day,
        (first, second) if own_first else (second, first),
        _won(role, first, second, own_first),
        (scores[0], *days, *own, *opposite),
    )


def _day(valid: Interval | None) -> date | None:
    """The one day of a match; None where it is not known, or what is named is a tournament of weeks."""
    if valid is None or valid.start is None or valid.end is None or (valid.end - valid.start).days > 1:
        return None
    return valid.start


def _won(role: str, first: int, second: int, own_first: bool) -> bool | None:
    """Whether the side won; a drawn international may have been decided by penalties, which the store does not know."""
    if role in ("won_by", "runner_up"):
        return role == "won_by"
    return None if first == second else (first > second) == own_first
