"""Packs -> ``facts.duckdb``: everything is read and checked first, then one file appears, whole."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import duckdb

from claims.errors import StoreError
from claims.full_disk import NO_SPACE, is_disk_full
from claims.store.embed_store import embed_store
from claims.store.encoder import Encoder
from claims.store.examine import is_lookup, is_store
from claims.store.fill_tables import fill_tables
from claims.store.insert_rows import insert_rows
from claims.store.knowledge import SCHEMA_VERSION, Knowledge, default_path
from claims.store.lookup import lookup_folder, write_lookup
from claims.store.packs import read_pack


def build_store(encoder: Encoder, path: Path, home: Path | None = None) -> Path:
    """Build the store and put it in place of ``path``; readers of the old file keep theirs.

    A file that is no fact store is never replaced, other than in the program's own cache. Raises PackError
    where a pack is not well formed, StoreError where the file is something else or cannot be written.
    """
    knowledge = Knowledge.of(home)
    _refuse_foreign(path, default_path(knowledge, encoder.name))
    packs = [read_pack(folder) for folder in knowledge.folders]
    version = knowledge.version(encoder.name)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with duckdb.connect(draft) as db:
            fill_tables(db, packs, knowledge)
            embed_store(db, encoder)
            meta = [("version", version), ("schema", SCHEMA_VERSION), ("encoder", encoder.name)]
            insert_rows(db, "meta", meta)
            write_lookup(db, lookup_folder(draft), version)
        _publish(draft, path)
    except (OSError, duckdb.Error) as error:
        raise _unwritten(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink()
        shutil.rmtree(lookup_folder(draft), ignore_errors=True)
    return path


def _refuse_foreign(path: Path, own: Path) -> None:
    """Raises StoreError where something lies at the path that this program did not make."""
    if path != own and path.exists() and not is_store(path):
        raise StoreError(
            f"{path} exists and is no fact store that can be read; it is left as it is: "
            "move it away, or give another path with --facts"
        )
    if not is_lookup(lookup_folder(path)):
        raise StoreError(
            f"{lookup_folder(path)} holds other files, and the store's look-ups would go there; "
            "give another path with --facts"
        )


def _unwritten(path: Path, error: Exception) -> StoreError:
    elsewhere = "give another place with --facts PATH"
    if is_disk_full(error):
        return StoreError(f"{NO_SPACE} for the fact store {path}; make room, or {elsewhere}")
    return StoreError(f"the fact store {path} could not be written: {error}; {elsewhere}")


def _publish(draft: Path, path: Path) -> None:
    """Put both parts in place; a reader that comes between makes its look-ups again by their version."""
    shutil.rmtree(lookup_folder(path), ignore_errors=True)
    lookup_folder(draft).rename(lookup_folder(path))
    draft.replace(path)
