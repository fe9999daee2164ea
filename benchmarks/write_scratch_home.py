"""Facts of a development set -> a home of packs that holds them alone, with a copy of the project's vocabulary."""

import csv
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claims.store.packs import COLUMNS, packs_home

RECORD = """name = "scratch"
title = "A development set as a store of its own"
producer = "benchmarks"
licence = "see the development sets"
accessed = 2026-11-25
rank = 1
"""
OF_THE_PROJECT = ("series", "lists")
"""Tables that speak of the project's own entities, of which a scratch store has none."""
Row = tuple[str, ...]


@dataclass(slots=True)
class ScratchPack:
    """Rows of the three tables of a pack; each is written once."""

    entities: dict[Row, None] = field(default_factory=dict)
    aliases: dict[Row, None] = field(default_factory=dict)
    facts: dict[Row, None] = field(default_factory=dict)

    def add_entity(self, kind: str, slug: str, name: str, aliases: Iterable[str] = ()) -> str:
        """The entity's id; a name is an alias by itself."""
        entity = f"{kind}/{slug}"
        if not any(row[0] == entity for row in self._by_id.get(entity, ())):
            self.entities[entity, kind, name] = None
            self._by_id[entity] = ((entity, kind, name),)
        self.aliases |= {(entity, alias, "variant"): None for alias in aliases if alias.strip()}
        return entity

    _by_id: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    def add_fact(
        self,
        subject: str,
        predicate: str,
        value: str = "",
        valid: tuple[str, str] = ("", ""),
        as_of: str = "",
    ) -> None:
        """One row; dates as packs write them."""
        self.facts[subject, predicate, value, *valid, as_of, "", ""] = None


def write_scratch_home(
    folder: Path, pack: ScratchPack, vocabulary: Mapping[str, Iterable[Row]] | None = None
) -> Path:
    """The folder, with the pack, and the rows of ``vocabulary`` added to the copied tables of those names."""
    target = folder / "packs" / "scratch"
    target.mkdir(parents=True)
    (target / "pack.toml").write_text(RECORD, encoding="utf-8")
    for name, rows in (("entities", pack.entities), ("aliases", pack.aliases), ("facts", pack.facts)):
        _write(target / f"{name}.csv", [COLUMNS[name], *rows])
    shutil.copytree(packs_home() / "vocabulary", folder / "vocabulary")
    for name in OF_THE_PROJECT:
        table = folder / "vocabulary" / f"{name}.csv"
        table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    for name, rows in (vocabulary or {}).items():
        _write(folder / "vocabulary" / f"{name}.csv", rows, "a")
    return folder


def _write(path: Path, rows: Iterable[Row], mode: str = "w") -> None:
    with path.open(mode, encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
