"""Ways of making vectors against the default -> ``results/encoders.json``: ``python benchmarks/measure_encoders.py``.

``numpy`` is what a few texts go through, ``torch`` what many do, ``bfloat16`` the same in half the bits, ``static`` the encoder that ``claims distil``
makes. Speed is texts a second of processor time over the wordings of ``paraphrases.csv`` and the events of the store; quality is whether the event
meant is the nearest or among the ten nearest, and for ``static`` the case book with a store of its own. Only processor time of one run is compared.
"""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from claims.evaluate import evaluate_cases, read_cases
from claims.matching.distil_static import distil_static
from claims.matching.make_encoder import make_encoder
from claims.matching.minilm import BATCH, MiniLM, model_path
from claims.matching.minilm_network import MiniLMNetwork
from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from measure_cases import CASES
from measure_vectors import CHOICES, PLACES, read_paraphrases, recall_of
from open_checker import open_checker
from record_result import record_result

Encode = Callable[[list[str]], NDArray[np.float32]]
CHOICE = "all events"
ASKED_AT_ONCE = 50


def main() -> None:
    """Measure and record."""
    with tempfile.TemporaryDirectory() as folder:
        distil_static(Path(folder) / "static")
        static = make_encoder(str(Path(folder) / "static"))
        figures = _vectors(static)
        figures["torch"] |= {"cases": _cases(MiniLM())}
        figures["static"] |= {"cases": _cases(static)}
    print(record_result("encoders", "python benchmarks/measure_encoders.py", figures))
    print(figures)


def _ways(static: Encoder) -> dict[str, Encode]:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - with torch

    path = str(model_path())
    full = SentenceTransformer(path, device="cpu", local_files_only=True)
    half = SentenceTransformer(
        path, device="cpu", local_files_only=True, model_kwargs={"torch_dtype": "bfloat16"}
    )
    options: dict[str, Any] = {
        "batch_size": BATCH,
        "normalize_embeddings": True,
        "show_progress_bar": False,
        "convert_to_tensor": True,
    }

    def by(model: SentenceTransformer, texts: list[str]) -> NDArray[np.float32]:
        return np.asarray(model.encode(texts, **options).float().numpy())

    return {
        "torch": partial(by, full),
        "numpy": MiniLMNetwork(model_path()).encode,
        "bfloat16": partial(by, half),
        "static": static.encode,
    }


def _vectors(static: Encoder) -> dict[str, dict[str, Any]]:
    """Speed, agreement with torch and recall of each way."""
    text, where = CHOICES[CHOICE]
    with duckdb.connect(ensure_store(MiniLM()), read_only=True) as db:
        rows = db.execute(
            f"SELECT e.entity, {text} FROM entities e {PLACES} WHERE {where} ORDER BY e.entity"
        ).fetchall()
    entities, names = [row[0] for row in rows], [row[1] for row in rows]
    mentions, wanted = read_paraphrases()
    found: dict[str, dict[str, Any]] = {}
    reference: NDArray[np.float32] | None = None
    for way, encode in _ways(static).items():
        encode(["the model is loaded before anything is timed"])
        start = process_time()
        vectors = np.concatenate(
            [encode(names[at : at + ASKED_AT_ONCE]) for at in range(0, len(names), ASKED_AT_ONCE)]
        )
        seconds = process_time() - start
        reference = vectors if reference is None else reference
        found[way] = {
            "texts_per_cpu_second": round(len(names) / seconds),
            **recall_of(entities, vectors, encode(mentions), wanted),
        }
        if vectors.shape == reference.shape:
            found[way]["least_cosine"] = round(float((vectors * reference).sum(axis=1).min()), 6)
        print(way, found[way], flush=True)
    return found


def _cases(encoder: Encoder) -> dict[str, Any]:
    """Flags on the case book, right and wrong, with a store of the encoder's own."""
    with open_checker(encoder=encoder) as (_store, check):
        result = evaluate_cases(
            [c for path in sorted(CASES.glob("*.jsonl")) for c in read_cases(path)], check
        )
    return {"recall": result["all"]["recall"], "precision": result["all"]["precision"]}


if __name__ == "__main__":
    main()
