"""A store with everything that checks against it, for the measuring scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from claims.check import check_article
from claims.evaluate.cases import Check
from claims.matching.minilm import MiniLM
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from claims.store.open import Store, open_store


@contextmanager
def open_checker(home: Path | None = None, encoder: Encoder | None = None) -> Iterator[tuple[Store, Check]]:
    """The program's own store, or one built from the packs under ``home``, and a check at default settings."""
    encoder = encoder or MiniLM()
    path = build_store(encoder, home / "facts.duckdb", home) if home else ensure_store(encoder)
    with open_store(path) as store:
        yield store, partial(check_article, store=store, encoder=encoder, settings=Settings())
