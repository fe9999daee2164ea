"""Matching and judging one claim, as part of an article whose claims are found and embedded."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from claims.check import embed_texts, extract_article
from claims.judging.judge import judge_claim
from claims.matching.candidates import find_candidates
from claims.matching.minilm import MiniLM
from claims.records import Article
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.ensure import ensure_store
from claims.store.lookup import lookup_folder
from claims.store.open import open_store
from multiply_facts import multiply_facts

MANY = 20_000_000
WARM = 100
"""Articles before the first that counts: what is built once has been built by then."""


def time_claims(records: Sequence[dict[str, str]], facts: Path | None) -> dict[str, Any]:
    """Milliseconds a claim, median and the tenth at either end; against the default store where none is given."""
    encoder, settings, spent = MiniLM(), Settings(), []
    with open_store(ensure_store(encoder, facts)) as store:
        for number, record in enumerate(records):
            article = Article(
                record["id"],
                record["text"],
                record["id"],
                record["title"],
                date.fromisoformat(record["date"]),
            )
            extracted = extract_article(article, store)
            vectors = embed_texts(extracted.texts(settings), encoder)
            for claim in extracted.extraction.claims:
                start = perf_counter()
                found = find_candidates(claim, vectors.get(claim.query), store, settings)
                judge_claim(claim, found, article, store, settings)
                if number >= WARM:
                    spent.append(1000 * (perf_counter() - start))
        size = sum(count for _predicate, count, _newest in store.counts())
    tenths = quantiles(spent, n=10)
    return {
        "facts": size,
        "claims": len(spent),
        "median_ms": round(median(spent), 3),
        "tenths_ms": [round(tenths[0], 3), round(tenths[-1], 3)],
        "mean_ms": round(sum(spent) / len(spent), 3),
    }


def time_claims_of_20m(records: Sequence[dict[str, str]], folder: Path) -> dict[str, Any]:
    """The same against the real facts many times over; the store is built for it and removed."""
    path = folder / "facts.duckdb"
    multiply_facts(folder / "home", MANY)
    build_store(MiniLM(), path, folder / "home")
    shutil.rmtree(folder / "home")
    try:
        return time_claims(records, path)
    finally:
        path.unlink(missing_ok=True)
        shutil.rmtree(lookup_folder(path), ignore_errors=True)
