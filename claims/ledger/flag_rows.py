"""The flags of an article -> rows of ``flags``: what each is known by, so that decisions find it again."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from claims.ledger.claim_key import claim_key
from claims.ledger.rows import Row
from claims.records import CheckedArticle


def flag_rows(run: str, checked: CheckedArticle) -> Iterator[Row]:
    """A row for each flag; ``run`` is the one that judged the article."""
    alike = Counter[str]()
    for number, finding in enumerate(checked.findings, start=1):
        if not finding.disagrees:
            continue
        key = claim_key(finding)
        alike[key.value] += 1
        yield {
            "run": run,
            "article": checked.article.id,
            "finding": number,
            "claim": key.claim,
            "facts": key.facts,
            "rule": key.rule,
            "value": key.value,
            "occurrence": _digest(key.value, checked.article.id, str(alike[key.value])),
        }


def _digest(*parts: str) -> str:
    return sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
