"""A run -> the facts that the store lacked for its claims, the most asked for first."""

from dataclasses import dataclass
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.run import Run

# Of a figure each year is a fact of its own; what else holds for a time is asked for as of the last day it was spoken of.
_WANTED = """
WITH asked AS (
    SELECT l.*, f.span_text, f.sentence_start, if(length(l.said_of) = 4, l.said_of, '') AS year
    FROM articles a JOIN lacks l ON l.run = a.judged_in AND l.article = a.article
    JOIN findings f ON f.run = l.run AND f.article = l.article AND f.finding = l.finding
    WHERE a.run = $run
)
SELECT predicate, subject, min(name), parts, max(said_of), count(*), count(DISTINCT article),
    min_by((span_text, article), (article, finding)) AS example
FROM asked GROUP BY predicate, subject, if(subject = '', name, ''), parts, year
ORDER BY 7 DESC, 6 DESC, predicate, subject, 3, 5
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact to look up, and how many claims in how many articles ask for it, with the first of them as an example.

    ``subject`` is empty where the store does not know it by ``name``; ``parts`` then are title and country of an office.
    """

    predicate: str
    subject: str
    name: str
    parts: tuple[str, ...]
    said_of: str
    claims: int
    articles: int
    example: str
    example_article: str


def list_wanted(path: Path, run: Run) -> list[Wanted]:
    """Every fact that was lacking, ranked by articles and claims. Raises LedgerError."""
    with open_ledger(path) as db:
        rows = db.execute(_WANTED, {"run": run.id}).fetchall()
    return [_wanted(*row) for row in rows]


def _wanted(
    predicate: str,
    subject: str,
    name: str,
    parts: list[str],
    said_of: str,
    claims: int,
    articles: int,
    example: tuple[str, str],
) -> Wanted:
    return Wanted(predicate, subject, name, tuple(parts), said_of, claims, articles, *example)
