"""The ledger -> the articles and failures of one run, as its report shows them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from claims.ledger.open import open_ledger
from claims.ledger.pack_records import unpack_checked
from claims.ledger.run import Run
from claims.ledger.standing import COLUMNS, as_decision
from claims.records import CheckedArticle, Decision, ReadFailure
from claims.store.text_list import TEXTS, text_list


def list_articles(path: Path, run: Run) -> list[tuple[str, str]]:
    """The (source, id) of each article that stands under a run. Raises LedgerError."""
    with open_ledger(path) as db:
        return db.execute(
            "SELECT source, article FROM articles WHERE run = ? ORDER BY ALL", [run.id]
        ).fetchall()


def read_articles_of(path: Path, run: Run, ids: Sequence[str]) -> list[CheckedArticle]:
    """What was found in some articles of a run, whichever run judged them, in the order given, with the decisions that held when
    the run was settled. Raises LedgerError."""
    with open_ledger(path) as db:
        rows = db.execute(
            "SELECT a.article, r.checked FROM articles a JOIN results r ON r.content = a.content AND r.versions = ?"
            f" WHERE a.run = ? AND a.article IN {TEXTS.format('?')}",
            [run.versions, run.id, text_list(ids)],
        ).fetchall()
        decided = _decisions(db, run, ids)
    packed = dict(rows)
    return [with_decisions(unpack_checked(packed[id]), decided[id]) for id in ids]


def with_decisions(checked: CheckedArticle, decided: Mapping[int, Decision]) -> CheckedArticle:
    """The article with decisions put to its findings, by their number from 1."""
    if not decided:
        return checked
    findings = tuple(
        replace(finding, decision=decided.get(number)) for number, finding in enumerate(checked.findings, 1)
    )
    return replace(checked, findings=findings)


def _decisions(
    db: duckdb.DuckDBPyConnection, run: Run, ids: Sequence[str]
) -> Mapping[str, Mapping[int, Decision]]:
    rows = db.execute(
        f"SELECT s.article, s.finding, {COLUMNS} FROM settled s JOIN decisions d USING (decision)"
        f" WHERE s.run = ? AND s.article IN {TEXTS.format('?')}",
        [run.id, text_list(ids)],
    ).fetchall()
    found: dict[str, dict[int, Decision]] = defaultdict(dict)
    for article, number, *row in rows:
        found[article][number] = as_decision(tuple(row))
    return found


def read_failures(path: Path, run: Run) -> list[ReadFailure]:
    """The inputs of a run that could not be read or judged. Raises LedgerError."""
    with open_ledger(path) as db:
        rows = db.execute(
            "SELECT input, source, error, coalesce(content, '') FROM errors WHERE run = ? ORDER BY ALL",
            [run.id],
        ).fetchall()
    return [ReadFailure(*row) for row in rows]
