"""Two runs -> the flags that came, went or changed, each with why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from claims.errors import LedgerError
from claims.ledger.list_runs import list_runs
from claims.ledger.open import open_ledger
from claims.ledger.run import Run

NEW, GONE, CHANGED, SUPPRESSED = "new", "gone", "changed", "suppressed"
DECISION = "decision"
_FLAGS = """
SELECT f.article, f.predicate, f.slot, f.span_text, a.content, f.verdict, f.reason, f.explanation, f.repairs::VARCHAR,
    coalesce(d.choice = 'reject', false), coalesce(d.reason, '')
FROM run_findings f JOIN articles a ON a.run = f.in_run AND a.article = f.article
LEFT JOIN settled s ON (s.run, s.article, s.finding) = (f.in_run, f.article, f.finding)
LEFT JOIN decisions d ON d.decision = s.decision
WHERE f.in_run = ? AND f.verdict IN ('mismatch', 'outdated')
ORDER BY f.article, f.predicate, f.slot, f.span_text, f.finding
"""

Key = tuple[str, str, str, str, int]


@dataclass(frozen=True, slots=True)
class Flag:
    """What of a flag is compared: the article as it was, and what was said."""

    content: str
    verdict: str
    reason: str
    explanation: str
    repairs: str
    suppressed: bool = False
    why: str = ""
    """The reason of the rejection."""


@dataclass(frozen=True, slots=True)
class Change:
    """A flag that two runs do not share. ``causes`` are of ``text``, ``fact``, ``rule``, ``model``, ``setting``, ``input``, ``decision``.

    A flag that a reviewer rejected is ``suppressed``, and ``why`` the reason's code; one that is so in both runs is no change.
    """

    kind: str
    article: str
    span: str
    predicate: str
    explanation: str
    causes: tuple[str, ...]
    why: str = ""


def diff_runs(path: Path, old: str, new: str) -> list[Change]:
    """The changes from one run to another, by article. Raises LedgerError where the ledger lacks one of them.

    The cause is the article's own text where that changed; else ``input`` where only one run had the article; else every version
    that differs, for they may act together.
    """
    runs = {record.run.id: record.run for record in list_runs(path)}
    for name in (old, new):
        if name not in runs:
            raise LedgerError(f"{path} holds no run {name}; claims runs lists them")
    with open_ledger(path) as db:
        before, after = _flags(db, old), _flags(db, new)
        contents = _contents(db, old), _contents(db, new)
    return sorted(
        _changes(before, after, contents, _versions(runs[old], runs[new])),
        key=lambda c: (c.article, c.span, c.predicate, c.kind),
    )


def _flags(db: duckdb.DuckDBPyConnection, run: str) -> dict[Key, Flag]:
    """The flags by article and slots, told apart by number where one article has several alike."""
    rows = db.execute(_FLAGS, [run]).fetchall()
    return {
        (*key, number): Flag(*row[4:])
        for key, group in groupby(rows, key=lambda row: row[:4])
        for number, row in enumerate(group)
    }


def _contents(db: duckdb.DuckDBPyConnection, run: str) -> dict[str, Any]:
    return dict(db.execute("SELECT article, content FROM articles WHERE run = ?", [run]).fetchall())


def _versions(old: Run, new: Run) -> tuple[str, ...]:
    parts = (("fact", "facts"), ("rule", "rules"), ("model", "model"), ("setting", "settings"))
    return tuple(cause for cause, part in parts if getattr(old, part) != getattr(new, part))


def _changes(
    before: dict[Key, Flag],
    after: dict[Key, Flag],
    contents: tuple[dict[str, Any], dict[str, Any]],
    versions: tuple[str, ...],
) -> Iterator[Change]:
    for key in before.keys() | after.keys():
        was, now = before.get(key), after.get(key)
        flag = now or was
        kind = _kind(was, now)
        if kind is None or flag is None:
            continue
        article, predicate, _slot, span, _number = key
        causes = _causes(article, contents, versions)
        if kind == SUPPRESSED or _came_back(was, now):
            causes = (DECISION,)
        yield Change(kind, article, span, predicate, flag.explanation, causes, flag.why)


def _kind(was: Flag | None, now: Flag | None) -> str | None:
    """What became of a flag; None where there is nothing to tell. What is suppressed in a run is no flag there."""
    if now and now.suppressed:
        return None if was and was.suppressed else SUPPRESSED
    if was and was.suppressed:
        return NEW if now else None
    if was and now:
        return None if _said(was) == _said(now) else CHANGED
    return NEW if now else GONE


def _came_back(was: Flag | None, now: Flag | None) -> bool:
    """Whether the same flag was rejected before, and the decision was taken back or has expired."""
    return was is not None and was.suppressed and now is not None and _said(was) == _said(now)


def _said(flag: Flag) -> tuple[str, str, str, str]:
    return flag.verdict, flag.reason, flag.explanation, flag.repairs


def _causes(
    article: str, contents: tuple[dict[str, Any], dict[str, Any]], versions: tuple[str, ...]
) -> tuple[str, ...]:
    old, new = (part.get(article) for part in contents)
    if old is None or new is None:
        return ("input",)
    return ("text",) if old != new else versions
