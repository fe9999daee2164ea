"""A store -> one hash over its rows, so that two builds can be told to be the same whatever machine they ran on."""

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from claims.store.export_facts import export_facts


def hash_facts(store: Path) -> str:
    """64 hex digits over every table of :func:`export_facts`, its rows in order; vectors are left out.

    Vectors are computed by the encoder and differ in their last digits from machine to machine. Raises StoreError.
    """
    digest = sha256()
    with TemporaryDirectory() as folder:
        for path in export_facts(store, Path(folder), "csv"):
            digest.update(f"{path.name}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()
