"""A run -> the articles that say something of the same slot as another one, in other words."""

from collections.abc import Collection
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.run import Run

_SHARED = """
WITH said AS (
    SELECT a.article, a.source, f.subject, f.predicate, f.span_text
    FROM articles a JOIN findings f ON f.run = a.judged_in AND f.article = a.article
    WHERE a.run = $run AND f.subject IS NOT NULL AND f.predicate IN (SELECT unnest($predicates))
)
SELECT DISTINCT source, article FROM said SEMI JOIN (
    SELECT subject, predicate FROM said GROUP BY ALL HAVING count(DISTINCT article) > 1 AND count(DISTINCT span_text) > 1
) shared USING (subject, predicate)
ORDER BY ALL
"""


def find_shared(path: Path, run: Run, predicates: Collection[str]) -> list[tuple[str, str]]:
    """The (source, id) of articles of which two fill one slot of an entity differently. Raises LedgerError."""
    with open_ledger(path) as db:
        return db.execute(_SHARED, {"run": run.id, "predicates": sorted(predicates)}).fetchall()
