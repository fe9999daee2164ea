"""A run -> how much of its articles could be judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.ledger.open import open_ledger

_TOTALS = """
SELECT coalesce(sum(sentences), 0)::BIGINT, sum(worth_checking)::BIGINT, coalesce(sum(claims), 0)::BIGINT,
    coalesce(sum(judged), 0)::BIGINT, count(*) FILTER (judged = 0)
FROM coverage WHERE run = ?
"""
_REASONS = """
SELECT entry.key, sum(entry.value)::BIGINT AS claims
FROM (SELECT unnest(map_entries(unjudged)) AS entry FROM coverage WHERE run = ?) GROUP BY 1 ORDER BY 2 DESC, 1
"""


@dataclass(frozen=True, slots=True)
class RunCoverage:
    """Sums over the articles of a run; ``worth_checking`` is None where no sentence was scored.

    ``silent`` are articles of which nothing was judged, ``unjudged`` claims by reason, the commonest first.
    """

    sentences: int
    worth_checking: int | None
    claims: int
    judged: int
    silent: int
    unjudged: Mapping[str, int]


def sum_coverage(path: Path, run: str) -> RunCoverage:
    """The coverage of a run. Raises LedgerError."""
    with open_ledger(path) as db:
        sentences, worth, claims, judged, silent = db.execute(_TOTALS, [run]).fetchall()[0]
        reasons = db.execute(_REASONS, [run]).fetchall()
    return RunCoverage(sentences, worth, claims, judged, silent, dict(reasons))
