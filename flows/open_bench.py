"""What a worker needs at hand, opened once in each of its threads: the fact store and the encoder."""

import threading
from dataclasses import dataclass
from pathlib import Path

from claims.errors import StoreError
from claims.matching.make_encoder import make_encoder
from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from claims.store.open import Store
from claims.store.open_for import open_store_for


@dataclass(frozen=True, slots=True)
class Bench:
    """A store that is only read, and an encoder that loads its model when the first text comes."""

    store: Store
    encoder: Encoder


_here = threading.local()


def open_bench(facts: Path, version: str, model: str) -> Bench:
    """The bench of this thread for a store and a model.

    On a machine that has no file of that name, the store of the packs at hand is used. Raises StoreError where it is not of the
    version that the run judges by.
    """
    key = (facts, version, model)
    if getattr(_here, "key", None) != key:
        encoder = make_encoder(model)
        store = open_store_for(encoder, facts if facts.exists() else ensure_store(encoder))
        if store.version != version:
            raise StoreError(
                f"{store.path} has version {store.version}, and the run judges by {version}: give the worker the same file"
            )
        _here.key, _here.bench = key, Bench(store, encoder)
    bench: Bench = _here.bench
    return bench
