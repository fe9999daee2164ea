"""The queue and where a reviewer is in it -> the page of the desk."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from claims.ledger.read_queue import QueuedFlag
from claims.review.build_card import CardView, build_card
from claims.review.desk import Desk
from claims.review.group_queue import ALL, STATES, Group, Wanted, find_place, fits, group_queue, state_of

BEFORE, AFTER = 8, 32
"""Groups that the list shows before and after the one that is looked at."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer is: what is looked at, and at which flag; none where it is the first."""

    wanted: Wanted
    flag: str = ""

    def at(self, flag: str) -> str:
        """The address of another flag among the same ones."""
        return _address(self.wanted, flag)

    def of(self, state: str) -> str:
        """The address of what is in another state."""
        return _address(replace(self.wanted, state=state), "")


@dataclass(frozen=True, slots=True)
class DeskView:
    """The desk: the groups around the one that is looked at, and its card; None where nothing is left.

    ``number`` is the group's place among ``groups`` from 1. ``next`` and ``previous`` are the flags of the groups beside it, ``right`` and
    ``left`` those of the places beside it in its own group; empty where there is none.
    """

    place: Place
    listed: tuple[Group, ...]
    groups: int
    flags: int
    number: int
    card: CardView | None
    next: str
    previous: str
    right: str
    left: str
    states: tuple[tuple[str, int], ...]
    shapes: tuple[tuple[str, int], ...]
    people: tuple[str, ...]


def build_desk(desk: Desk, place: Place) -> DeskView:
    """What is to be seen at a place. A flag that is not among those wanted is shown all the same. Raises LedgerError."""
    flags = desk.queue()
    groups = group_queue(flags, place.wanted)
    at = find_place(groups, place.flag)
    chosen = _choose(desk, groups, place.flag, at)
    here = at or 0
    own = groups[here].flags if groups and (at is not None or not place.flag) else ()
    step = next((n for n, flag in enumerate(own) if chosen and flag.occurrence == chosen.occurrence), 0)
    return DeskView(
        place=place,
        listed=tuple(groups[max(0, here - BEFORE) : here + AFTER]),
        groups=len(groups),
        flags=sum(len(group.flags) for group in groups),
        number=here + 1 if own else 0,
        card=_card(desk, flags, chosen) if chosen else None,
        next=_first(groups[here + 1 : here + 2]) if own else _first(groups[:1]),
        previous=_first(groups[here - 1 : here]) if own and here else "",
        right=own[step + 1].occurrence if step + 1 < len(own) else "",
        left=own[step - 1].occurrence if step else "",
        states=tuple(_states(flags)),
        shapes=tuple(sorted(Counter(flag.shape for flag in flags).items())),
        people=tuple(sorted({flag.assignee for flag in flags} - {""})),
    )


def flags_behind(desk: Desk, place: Place) -> list[str]:
    """What stands behind a flag in the queue: the rest of its own places, then the other errors, then those before it."""
    groups = group_queue(desk.queue(), place.wanted)
    at = find_place(groups, place.flag)
    if at is None:
        return []
    own = [flag.occurrence for flag in groups[at].flags]
    others = (flag.occurrence for group in (*groups[at + 1 :], *groups[:at]) for flag in group.flags)
    return [*own[own.index(place.flag) + 1 :], *others]


def first_wanted(desk: Desk, wanted: Wanted, flags: Sequence[str]) -> str:
    """The first of these that is still among what is looked at; empty where none is."""
    left = {flag.occurrence for flag in desk.queue() if fits(flag, wanted)}
    return next((flag for flag in flags if flag in left), "")


def _choose(desk: Desk, groups: Sequence[Group], flag: str, at: int | None) -> QueuedFlag | None:
    if flag and at is None:
        return desk.flag(flag)
    if at is not None:
        return next(one for one in groups[at].flags if one.occurrence == flag)
    return groups[0].first if groups else None


def _card(desk: Desk, flags: Sequence[QueuedFlag], chosen: QueuedFlag) -> CardView:
    return build_card(
        chosen,
        desk.article(chosen.article, chosen.occurrence),
        desk.group(chosen),
        sum(flag.rule == chosen.rule for flag in flags),
        desk.origins,
    )


def _states(flags: Sequence[QueuedFlag]) -> Iterator[tuple[str, int]]:
    counts = Counter(state_of(flag) for flag in flags)
    yield from ((state, len(flags) if state == ALL else counts[state]) for state in STATES)


def _first(groups: Sequence[Group]) -> str:
    return groups[0].first.occurrence if groups else ""


def _address(wanted: Wanted, flag: str) -> str:
    parts = {
        "state": wanted.state,
        "shape": wanted.shape,
        "who": wanted.assignee,
        "q": wanted.words,
        "flag": flag,
    }
    default = Wanted().state
    given = {name: value for name, value in parts.items() if value and (name, value) != ("state", default)}
    return f"/?{urlencode(given)}" if given else "/"
