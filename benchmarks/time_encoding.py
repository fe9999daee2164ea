"""The claims of a run in the ledger -> how long the encoder takes for them alone, in batches as the run made them."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb

from claims.check import embed_texts
from claims.ledger.pack_records import unpack_checked
from claims.matching.candidates import needs_vector
from claims.matching.minilm import MiniLM
from claims.records import Claim

BATCH = 125
"""Articles a batch, as in ``flows/choose_runner.py``: a text that comes twice in one is embedded once."""


def time_encoding(ledger: Path, articles: int) -> dict[str, Any]:
    """Seconds for the claims that a run embeds, and for every claim, of the first ``articles`` in the ledger; the model is loaded before."""
    with duckdb.connect(ledger, read_only=True) as db:
        rows = db.execute(
            "SELECT r.checked FROM articles a JOIN results r ON r.content = a.content AND r.run = a.run ORDER BY a.rowid LIMIT ?",
            [articles],
        ).fetchall()
    claims = ([f.claim for f in unpack_checked(packed).findings] for (packed,) in rows)
    every, embedded = [], []
    while batch := list(islice(claims, BATCH)):
        every.append(_texts(claim for of_article in batch for claim in of_article))
        embedded.append(_texts(claim for of_article in batch for claim in of_article if needs_vector(claim)))
    encoder = MiniLM()
    encoder.encode(["The model is loaded."])
    return {
        "articles": len(rows),
        "embedded": sum(map(len, embedded)),
        "embedded_seconds": _seconds(embedded, encoder),
        "every_claim": sum(map(len, every)),
        "every_claim_seconds": _seconds(every, encoder),
    }


def _texts(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.query for claim in claims}))


def _seconds(batches: list[tuple[str, ...]], encoder: MiniLM) -> float:
    start = perf_counter()
    for texts in batches:
        embed_texts(texts, encoder)
    return round(perf_counter() - start, 2)
