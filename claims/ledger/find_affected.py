"""Changed facts -> the archived articles whose findings rest on them, by the evidence links."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.pack_records import unpack_checked
from claims.records import CheckedArticle
from claims.store.text_list import TEXTS, text_list

FactTexts = Callable[[list[str]], Mapping[str, str]]
"""Ids of facts -> the sentences of those that the store still holds."""

# Of each article what was found last; a run that took findings over found them anew.
_NEWEST = """
CREATE TEMP TABLE newest AS
SELECT a.article, a.content, a.judged_in FROM articles a JOIN runs r USING (run)
QUALIFY row_number() OVER (PARTITION BY a.article ORDER BY r.started DESC, r.run DESC) = 1
"""
_FACTS = """
SELECT DISTINCT e.fact, e.fact_text FROM newest n JOIN evidence e ON e.run = n.judged_in AND e.article = n.article
ORDER BY ALL
"""
_RESULTS = f"""
SELECT DISTINCT ON (n.article) n.article, s.checked
FROM newest n JOIN evidence e ON e.run = n.judged_in AND e.article = n.article
JOIN results s ON s.content = n.content AND s.run = n.judged_in
WHERE e.fact IN {TEXTS.format("?")} ORDER BY n.article
"""


@dataclass(frozen=True, slots=True)
class Affected:
    """The facts of archived findings that are gone or say something else now, of how many, and the articles that rest on them."""

    changed: tuple[str, ...]
    facts: int
    articles: tuple[CheckedArticle, ...]


def find_affected(path: Path, texts: FactTexts) -> Affected:
    """What is to be judged again after a change of facts. Raises LedgerError.

    It finds findings that rested on a fact; what a new fact would say of an article that nothing spoke to, only a run finds.
    """
    if not path.exists():
        return Affected((), 0, ())
    with open_ledger(path) as db:
        db.execute(_NEWEST)
        known = db.execute(_FACTS).fetchall()
        changed = sorted(set(_changed(known, texts)))
        rows = db.execute(_RESULTS, [text_list(changed)]).fetchall() if changed else []
    return Affected(
        tuple(changed),
        len({fact for fact, _ in known}),
        tuple(unpack_checked(packed) for _, packed in rows),
    )


def _changed(known: Iterable[tuple[str, str]], texts: FactTexts) -> Iterator[str]:
    rows = list(known)
    now = texts([fact for fact, _ in rows])
    return (fact for fact, text in rows if now.get(fact) != text)
