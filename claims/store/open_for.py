"""The fact store for an encoder: the vectors of both must be of one model."""

from pathlib import Path

from claims.errors import StoreError
from claims.settings import DEFAULT_MODEL
from claims.store.encoder import Encoder
from claims.store.open import Store, open_store


def open_store_for(encoder: Encoder, path: Path) -> Store:
    """Open a store that was built with the encoder. Raises StoreError where it was built with another one."""
    store = open_store(path)
    if encoder.name != DEFAULT_MODEL and not store.version.endswith(f"-{encoder.name}"):
        store.close()
        raise StoreError(
            f"{path} was not built with the model {encoder.name}; build one with claims facts build --encoder MODEL --facts PATH"
        )
    return store
