"""The ledger -> what stands in each article of a run, so that a report opens only those that it shows something of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.run import Run
from claims.store.text_list import TEXTS, text_list

_PLACES = """
WITH counts AS (
    SELECT run, article, count(*) FILTER (verdict IN ('mismatch', 'outdated')) AS flags,
        count(*) FILTER (verdict = 'supported') AS supported, count(*) FILTER (verdict = 'not_enough_info') AS silent
    FROM findings GROUP BY ALL
), least AS (
    SELECT min(worth) AS worth FROM (
        SELECT unnest(worths) AS worth FROM articles WHERE run = $run ORDER BY worth DESC LIMIT $worthiest
    )
)
SELECT a.source, a.article, coalesce(flags, 0), coalesce(supported, 0), coalesce(silent, 0),
    coalesce(list_max(a.worths) >= least.worth, false)
FROM least, articles a LEFT JOIN counts c ON c.run = a.judged_in AND c.article = a.article
WHERE a.run = $run ORDER BY 1, 2
"""
_COUNTS = f"""
SELECT a.article, r.piece, a.sentences, a.worth_checking, len(a.worths), a.judged, coalesce(c.supported, MAP {{}}), coalesce(c.unjudged, MAP {{}})
FROM articles a JOIN results r ON r.content = a.content AND r.versions = $versions LEFT JOIN (
    SELECT run, article, histogram(shape) FILTER (verdict = 'supported') AS supported,
        histogram(reason) FILTER (verdict = 'not_enough_info') AS unjudged
    FROM findings WHERE verdict IN ('supported', 'not_enough_info') AND article IN {TEXTS.format("$ids")} GROUP BY ALL
) c ON c.run = a.judged_in AND c.article = a.article
WHERE a.run = $run AND a.article IN {TEXTS.format("$ids")} AND r.piece_form = $form
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """How many findings an article has by what becomes of them, and whether it has one of the worthiest unjudged sentences."""

    source: str
    article: str
    flags: int
    supported: int
    silent: int
    worthy: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """An article without flags as a report counts it, and what report.json says of it, packed."""

    article: str
    piece: bytes
    sentences: int
    worth_checking: int | None
    unread: int
    judged: int
    supported: Mapping[str, int]
    unjudged: Mapping[str, int]


def list_contents(path: Path, run: Run, worthiest: int) -> list[Contents]:
    """A row for each article of a run; ``worthiest`` is how many unjudged sentences are looked for. Raises LedgerError."""
    values = {"run": run.id, "worthiest": worthiest}
    with open_ledger(path) as db:
        return [Contents(*row) for row in db.execute(_PLACES, values).fetchall()]


def read_passed(path: Path, run: Run, ids: Sequence[str], form: str) -> dict[str, Passed]:
    """Some articles of a run by id; one whose piece is of another form is missing. Raises LedgerError."""
    values = {"versions": run.versions, "run": run.id, "ids": text_list(ids), "form": form}
    with open_ledger(path) as db:
        return {row[0]: Passed(*row) for row in db.execute(_COUNTS, values).fetchall()}
