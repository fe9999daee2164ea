"""An up-to-date store: the one that is there, or a new one."""

from collections.abc import Callable
from pathlib import Path

from claims.errors import StoreError
from claims.store.build import build_store
from claims.store.encoder import Encoder
from claims.store.examine import connect_store
from claims.store.knowledge import SCHEMA_VERSION, Knowledge, default_path


def _say_nothing(_line: str) -> None:
    """Where nobody listens."""


def ensure_store(
    encoder: Encoder,
    path: Path | None = None,
    home: Path | None = None,
    tell: Callable[[str], None] = _say_nothing,
) -> Path:
    """The file of an up-to-date store, built when it is missing or its packs have changed.

    A ``path`` that exists is taken as it is; the store in the cache is built again where it is damaged.
    ``tell`` is given a line before anything is built. Raises PackError or StoreError.
    """
    place = path or default_path(Knowledge.of(home), encoder.name)
    if not place.exists():
        tell(f"building the fact store {place}; this is done once")
    elif path is not None:
        return place
    else:
        try:
            connect_store(place, SCHEMA_VERSION).close()
            return place
        except StoreError:
            tell(f"the fact store {place} cannot be read; it is built again, which is done once")
    return build_store(encoder, place, home)
