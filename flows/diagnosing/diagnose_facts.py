"""Whether the fact store is built, readable and of today's packs."""

from pathlib import Path

from claims.errors import ClaimsError, PackError
from claims.matching.minilm import MiniLM
from claims.store.knowledge import Knowledge, default_path
from claims.store.open import open_store
from claims.store.packs import added_packs, pack_folders, packs_home
from flows.diagnosing.diagnosis import Diagnosis, State


def diagnose_packs() -> Diagnosis:
    """The packs that ship with the program, and those that a user added."""
    try:
        own, added = pack_folders(packs_home()), pack_folders(packs_home(), added_packs())
    except (PackError, OSError) as error:
        return Diagnosis("packs", State.FAILURE, str(error))
    return Diagnosis(
        "packs", State.GOOD, f"{len(own)} of the program, {len(added) - len(own)} added in {added_packs()}"
    )


def diagnose_facts(facts: Path | None) -> Diagnosis:
    """The store at a path, or the one in the cache; nothing is built."""
    try:
        path = facts or default_path(Knowledge.of(), MiniLM.name)
        if not path.exists():
            return _not_built(path, facts is not None)
        with open_store(path) as store:
            count = sum(number for _predicate, number, _newest in store.counts())
            return Diagnosis("fact store", State.GOOD, f"{count:,} facts, {_megabytes(path)} MB, {path}")
    except (ClaimsError, OSError) as error:
        return Diagnosis("fact store", State.FAILURE, str(error))


def _not_built(path: Path, named: bool) -> Diagnosis:
    if named:
        return Diagnosis(
            "fact store", State.WARNING, f"there is none at {path}; the first run builds it there"
        )
    return Diagnosis("fact store", State.NOTE, f"not built yet; claims facts build makes {path}")


def _megabytes(path: Path) -> int:
    return round(path.stat().st_size / 1e6)
