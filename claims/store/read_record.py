"""The source record of what a user imports."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from claims.errors import PackError
from claims.store.packs import packs_home
from claims.values.names import slug

NEEDED = ("title", "producer", "licence", "accessed")


def read_record(path: Path, name: str) -> tuple[str, dict[str, Any]]:
    """The pack's name, which is ``name`` where the record gives none, and the record.

    Raises PackError where it is missing, is no TOML, does not say where the facts come from and since when they
    hold, or has the name of a pack that ships with the program.
    """
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PackError(f"{path} is missing: it says where the facts come from; see docs/packs.md") from error
    except (OSError, ValueError) as error:
        raise PackError(f"{path}: {error}") from error
    missing = [key for key in NEEDED if key not in record]
    if missing:
        raise PackError(f"{path}: no {', '.join(missing)}; a source must be named")
    for key in ("accessed", "newest"):
        if not isinstance(record.get(key, date.min), date):
            raise PackError(f"{path}: {key} is no date; write it without quotes, as 2026-11-25")
    if not isinstance(record.get("rank", 2), int):
        raise PackError(f"{path}: rank is no whole number; 1 speaks first, 8 last")
    pack = slug(str(record.get("name") or name))
    if not pack or (packs_home() / "packs" / pack).exists():
        raise PackError(f"{path}: a pack named {pack!r} ships with the program; give another name")
    return pack, record
