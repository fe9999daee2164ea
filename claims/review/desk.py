"""The desk: what reviewers see of a ledger and do to it. It knows nothing of HTTP."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from claims.errors import DecidedMeanwhile, NoSuchFlag
from claims.ledger.assign import assign
from claims.ledger.decide import decide
from claims.ledger.read_article import ReviewedArticle, read_article
from claims.ledger.read_queue import QueuedFlag, read_queue
from claims.ledger.undo import undo_decision, undo_last
from claims.records import Decision
from claims.report.flag_view import OriginView
from claims.review.group_queue import ALL, Group, Wanted, error_of, group_queue


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Desk:
    """One ledger, looked at by any number of reviewers.

    Every method opens the ledger for as long as it needs it and no longer, one at a time in this process, so that runs and
    other desks get at it. All raise LedgerError.
    """

    path: Path
    origins: Mapping[str, OriginView] = field(default_factory=dict)
    clock: Callable[[], datetime] = _now
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _seen: tuple[object, list[QueuedFlag]] | None = None

    def queue(self) -> list[QueuedFlag]:
        """Every flag; read again only where the ledger has changed, or the day."""
        with self._turn:
            mark = (_mark(self.path), self.today)
            if self._seen is None or self._seen[0] != mark:
                # The mark is of before: what is written meanwhile is read the next time.
                self._seen = (mark, read_queue(self.path, self.today))
            return self._seen[1]

    def flag(self, occurrence: str) -> QueuedFlag:
        """One flag. Raises NoSuchFlag."""
        found = next((flag for flag in self.queue() if flag.occurrence == occurrence), None)
        if found is None:
            raise NoSuchFlag("this flag is gone: the article, the facts or the rule have changed")
        return found

    def group(self, flag: QueuedFlag) -> Group:
        """All places of the error that a flag is of, whatever was decided of them. Raises NoSuchFlag."""
        alike = (other for other in self.queue() if error_of(other) == error_of(flag))
        groups = group_queue(alike, Wanted(ALL))
        if not groups:
            raise NoSuchFlag("these flags are gone: the articles, the facts or the rule have changed")
        return groups[0]

    def article(self, id: str, flag: str = "") -> ReviewedArticle:
        """An article with its findings and decisions, and the history of one of its flags. Raises NoSuchFlag."""
        with self._turn:
            return read_article(self.path, id, self.today, flag)

    def decide(self, occurrence: str, seen: str, decision: Decision) -> None:
        """Write a decision on one flag; ``seen`` is the decision that was shown with it. Raises DecidedMeanwhile, NoSuchFlag."""
        with self._turn:
            decide(self.path, {occurrence: seen}, replace(decision, decided=self.clock()))

    def decide_group(self, flag: QueuedFlag, token: str, decision: Decision) -> int:
        """Write a decision on each open place of an error; on how many. Raises DecidedMeanwhile, NoSuchFlag."""
        group = self.group(flag)
        if group.token != token or not group.open:
            raise DecidedMeanwhile(
                "one of these places was decided meanwhile, or is new; nothing was written",
                tuple(one.occurrence for one in group.flags if one.standing),
            )
        with self._turn:
            shown = {one.occurrence: "" for one in group.open}
            return decide(self.path, shown, replace(decision, decided=self.clock()))

    def undo(self, reviewer: str, decision: str = "") -> tuple[str, ...]:
        """Take back a decision, or what the reviewer decided last; the flags it was on. Raises NothingToUndo, DecidedMeanwhile."""
        with self._turn:
            now = self.clock()
            if decision:
                return undo_decision(self.path, decision, reviewer, now)
            return undo_last(self.path, reviewer, now)

    def assign(self, flags: list[str], assignee: str, reviewer: str) -> None:
        """Give flags to somebody, or to nobody."""
        with self._turn:
            assign(self.path, flags, assignee, reviewer, self.clock())

    @property
    def today(self) -> date:
        """The day that decisions expire by, UTC."""
        return self.clock().date()


def _mark(path: Path) -> tuple[object, ...]:
    """Changes with every write to a ledger, by whichever process."""
    marks: list[object] = []
    for file in (path, path.with_name(f"{path.name}.wal")):
        try:
            stat = file.stat()
        except FileNotFoundError:
            marks.append(None)
        else:
            marks.append((stat.st_mtime_ns, stat.st_size))
    return tuple(marks)
