"""The ledger -> one article as it was judged last, with what holds of decisions now."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.errors import NoSuchFlag
from claims.ledger.decide import PATIENCE_SECONDS
from claims.ledger.open import open_ledger
from claims.ledger.pack_records import unpack_checked
from claims.ledger.read_history import PastDecision, read_history
from claims.ledger.read_run import with_decisions
from claims.ledger.standing import COLUMNS, HOLDING, as_decision
from claims.records import CheckedArticle

_CHECKED = """
SELECT a.judged_in, s.checked FROM newest_articles a JOIN results s ON s.content = a.content AND s.run = a.judged_in
WHERE a.article = ?
"""
_DECISIONS = f"SELECT d.finding, {COLUMNS} FROM ({HOLDING}) d WHERE d.run = $run AND d.article = $article"


@dataclass(frozen=True, slots=True)
class ReviewedArticle:
    """An article with its findings and the decisions on them; ``flags`` are what its flags are known by, by number of the finding.

    ``history`` is what was ever decided on the flag that was asked for, the last first.
    """

    checked: CheckedArticle
    flags: dict[int, str]
    history: tuple[PastDecision, ...] = ()


def read_article(path: Path, article: str, day: date, flag: str = "") -> ReviewedArticle:
    """The newest findings of an article, with the history of one of its flags where it is named.

    Raises NoSuchFlag where the ledger does not hold the article, LedgerError.
    """
    with open_ledger(path, PATIENCE_SECONDS) as db:
        found = db.execute(_CHECKED, [article]).fetchone()
        if found is None:
            raise NoSuchFlag(f"the ledger holds no findings of the article {article}")
        run, packed = found
        key = {"run": run, "article": article}
        decided = db.execute(_DECISIONS, {**key, "day": day}).fetchall()
        flags = db.execute(
            "SELECT finding, occurrence FROM flags WHERE run = $run AND article = $article", key
        ).fetchall()
        history = read_history(db, flag, day) if flag else []
    decisions = {number: as_decision(tuple(row)) for number, *row in decided}
    return ReviewedArticle(with_decisions(unpack_checked(packed), decisions), dict(flags), tuple(history))
