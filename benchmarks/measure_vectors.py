"""What vectors cost and find -> ``results/vectors.json``: ``python benchmarks/measure_vectors.py``.

``paraphrases.csv`` holds events as an article may describe them, written before anything was measured. Recall is the
share of them whose event is among the nearest 1, 10 and 40 of the entities that have a vector, as more of them get one.
"""

import csv
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from claims.matching.minilm import MiniLM
from claims.store.encoder import DIMENSIONS
from claims.store.ensure import ensure_store
from record_result import record_result

DEPTHS = (1, 10, 40)
SIZES = (1_000, 10_000, 100_000, 1_000_000)
ASKED = 20

PLACES = """
    LEFT JOIN (SELECT f.subject, string_agg(DISTINCT p.name, ', ') AS places FROM facts f JOIN entities p ON p.entity = f.value
               WHERE f.predicate IN ('located_in', 'located_in_country') GROUP BY f.subject) l ON l.subject = e.entity
"""
_PARTY = "e.entity IN (SELECT subject FROM facts WHERE predicate = 'involves')"
# What may be embedded: which entities, and with what text.
CHOICES = {
    "events with a party, name": ("e.name", _PARTY),
    "events with a party, name and place": ("e.name || coalesce(' (' || places || ')', '')", _PARTY),
    "all events": ("e.name || coalesce(' (' || places || ')', '')", "e.kind = 'event'"),
    "all events and a quarter of editions": ("e.name || coalesce(' (' || places || ')', '')", "e.kind = 'event' OR e.kind = 'edition' AND hash(e.entity) % 4 = 0"),
}  # fmt: skip


def read_paraphrases() -> tuple[list[str], list[str]]:
    """Events as an article may describe them, and the entities meant."""
    with Path(__file__).with_name("paraphrases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["mention"] for row in rows], [row["entity"] for row in rows]


def recall_of(
    entities: list[str], vectors: NDArray[np.float32], asked: NDArray[np.float32], wanted: list[str]
) -> dict[str, float]:
    """The share of the vectors asked for whose entity is among the nearest so many."""
    ranks = []
    for cosines, entity in zip(asked @ vectors.T, wanted, strict=True):
        own = cosines[entities.index(entity)]
        ranks.append(int((cosines > own).sum()) + 1)
    return {f"recall_at_{depth}": round(float(np.mean([r <= depth for r in ranks])), 3) for depth in DEPTHS}


def _choices(path: Path, encoder: MiniLM) -> dict[str, Any]:
    """Cost and recall of each choice of what gets a vector."""
    mentions, wanted = read_paraphrases()
    asked = encoder.encode(mentions)
    found = {}
    with duckdb.connect(path, read_only=True) as db:
        for name, (text, where) in CHOICES.items():
            rows = db.execute(
                f"SELECT e.entity, {text} FROM entities e {PLACES} WHERE {where} ORDER BY e.entity"
            ).fetchall()
            start = perf_counter()
            vectors = encoder.encode([row[1] for row in rows])
            seconds = round(perf_counter() - start, 1)
            recall = recall_of([row[0] for row in rows], vectors, asked, wanted)
            found[name] = {"vectors": len(rows), "seconds": seconds, **recall}
            print(name, found[name])
    return found


def _search_times() -> dict[str, Any]:
    """Milliseconds of one exact search by number of vectors: alone, and each of a batch of 100."""
    random = np.random.default_rng(7)
    found = {}
    for size in SIZES:
        vectors = random.standard_normal((size, DIMENSIONS), dtype=np.float32)
        queries = random.standard_normal((100, DIMENSIONS), dtype=np.float32)
        start = perf_counter()
        for query in queries[:ASKED]:
            np.argpartition(-(vectors @ query), 10)[:10]
        alone = (perf_counter() - start) / ASKED
        start = perf_counter()
        np.argpartition(-(queries @ vectors.T), 10, axis=1)[:, :10]
        batch = (perf_counter() - start) / len(queries)
        found[f"{size:,}"] = {
            "alone_ms": round(alone * 1000, 2),
            "batched_ms": round(batch * 1000, 2),
            "mb": vectors.nbytes // 10**6,
        }
        print(size, found[f"{size:,}"])
    return found


def main() -> None:
    """Measure and record."""
    encoder = MiniLM()
    encoder.encode(["the model is loaded before anything is timed"])
    path = ensure_store(encoder)
    with duckdb.connect(path, read_only=True) as db:
        stored = dict(db.execute("SELECT kind, count(*) FROM vectors GROUP BY kind ORDER BY kind").fetchall())
    figures = {"stored": stored, "choices": _choices(path, encoder), "exact_search": _search_times()}
    print(record_result("vectors", "python benchmarks/measure_vectors.py", figures))


if __name__ == "__main__":
    main()
