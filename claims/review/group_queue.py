"""Queued flags -> the groups that a reviewer goes through: one error, and every place where it is made."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from claims.ledger.read_queue import QueuedFlag
from claims.records import Choice

OPEN, DEFERRED, ACCEPTED, REJECTED, ALL = "open", "deferred", "accepted", "rejected", "all"
STATES = (OPEN, DEFERRED, ACCEPTED, REJECTED, ALL)
Error = tuple[str, str, str]
_OF_CHOICE = {Choice.ACCEPT: ACCEPTED, Choice.REJECT: REJECTED, Choice.DEFER: DEFERRED}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the queue is looked at: a state, and where given one shape, one person's, words."""

    state: str = OPEN
    shape: str = ""
    assignee: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One error with its places that fit what is wanted, in the order of the articles."""

    flags: tuple[QueuedFlag, ...]

    @property
    def first(self) -> QueuedFlag:
        """The place that stands for the group."""
        return self.flags[0]

    @property
    def confidence(self) -> float:
        """That of its surest place."""
        return max(flag.confidence for flag in self.flags)

    @property
    def open(self) -> tuple[QueuedFlag, ...]:
        """The places that nobody has decided on."""
        return tuple(flag for flag in self.flags if flag.standing is None)

    @property
    def token(self) -> str:
        """Changes with any place of the group and any decision on one."""
        parts = [f"{f.occurrence}={f.standing.id if f.standing else ''}" for f in self.flags]
        return sha256("\x1e".join(sorted(parts)).encode()).hexdigest()[:16]


def group_queue(flags: Iterable[QueuedFlag], wanted: Wanted) -> list[Group]:
    """The groups with a place that is wanted: the surest first, of equally sure ones those in many places."""
    groups: dict[Error, list[QueuedFlag]] = defaultdict(list)
    for flag in flags:
        if fits(flag, wanted):
            groups[error_of(flag)].append(flag)
    made = [Group(tuple(own)) for own in groups.values()]
    return sorted(made, key=lambda g: (-g.confidence, -len(g.flags), error_of(g.first)))


def error_of(flag: QueuedFlag) -> Error:
    """What the places of one error share. A quotation is another matter than the reporter's own words."""
    return flag.value, flag.verdict, flag.voice


def fits(flag: QueuedFlag, wanted: Wanted) -> bool:
    """Whether a flag is among what is looked at."""
    return (
        wanted.state in (ALL, state_of(flag))
        and wanted.shape in ("", flag.shape)
        and wanted.assignee in ("", flag.assignee)
        and all(word in _text(flag) for word in wanted.words.casefold().split())
    )


def state_of(flag: QueuedFlag) -> str:
    """``open``, ``deferred``, ``accepted`` or ``rejected``."""
    return _OF_CHOICE[flag.standing.choice] if flag.standing else OPEN


def find_place(groups: Sequence[Group], flag: str) -> int | None:
    """At which place among the groups a flag stands; None where it is in none."""
    return next((i for i, g in enumerate(groups) if any(f.occurrence == flag for f in g.flags)), None)


def _text(flag: QueuedFlag) -> str:
    return f"{flag.headline} {flag.span} {flag.explanation} {flag.source} {flag.rule}".casefold()
