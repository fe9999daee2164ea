"""New versions of packs in the place of the old ones: all of them, or none."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from claims.errors import PackError


def replace_packs(drafts: Sequence[Path], target: Path, then: Callable[[], None]) -> None:
    """Put each draft's folder into ``target`` under its own name, then do ``then``, as building the store.

    Where anything fails, ``then`` included, the old packs are back in their place. Raises PackError where the
    folder cannot be written.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        for draft in drafts:
            _restore(target / draft.name)
            shutil.rmtree(_beside(target / draft.name, "new"), ignore_errors=True)
            shutil.copytree(draft, _beside(target / draft.name, "new"))
        _swap([target / draft.name for draft in drafts], then)
    except OSError as error:
        raise PackError(f"the packs could not be written to {target}: {error}") from error
    finally:
        for draft in drafts:
            shutil.rmtree(_beside(target / draft.name, "new"), ignore_errors=True)


def _swap(folders: Sequence[Path], then: Callable[[], None]) -> None:
    swapped: list[Path] = []
    try:
        for folder in folders:
            swapped.append(folder)
            if folder.exists():
                folder.rename(_beside(folder, "old"))
            _beside(folder, "new").rename(folder)
        then()
    except BaseException:  # also a signal: half of the packs must not stay
        for folder in swapped:
            _take_back(folder)
        raise
    for folder in folders:
        shutil.rmtree(_beside(folder, "old"), ignore_errors=True)


def _take_back(folder: Path) -> None:
    if not _beside(folder, "new").exists():  # it is in place
        folder.rename(_beside(folder, "new"))
    _restore(folder)


def _restore(folder: Path) -> None:
    """Put an old pack back that a killed process has left aside."""
    old = _beside(folder, "old")
    if old.exists() and not folder.exists():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _beside(folder: Path, what: str) -> Path:
    """A hidden folder, which no store is built from."""
    return folder.with_name(f".{folder.name}.{what}")
