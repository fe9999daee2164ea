"""What every pack is made of: slugs, rows, and files written so that equal input gives equal bytes."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from unicodedata import combining, normalize

import pyarrow as pa
import pyarrow.parquet as pq

HEADERS = {
    "entities": ("id", "kind", "name"),
    "aliases": ("entity", "alias", "kind"),
    "name_times": ("entity", "alias", "valid_from", "valid_to"),
    "facts": ("subject", "predicate", "value", "valid_from", "valid_to", "as_of", "status", "note"),
}
TYPED = Path(__file__).parents[1] / "typed"


def slug(name: str) -> str:
    """The ASCII lower-case form of a name that ids use."""
    plain = "".join(c for c in normalize("NFKD", name) if not combining(c))
    plain = plain.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("đ", "d").replace("Đ", "D")
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’.]", "", plain.casefold())).strip("-")


def entity_id(kind: str, name: str) -> str:
    """``kind/slug``."""
    return f"{kind}/{slug(name)}"


@dataclass
class Draft:
    """The rows of a pack while it is made."""

    entities: set[tuple[str, str, str]] = field(default_factory=set)
    aliases: set[tuple[str, str, str]] = field(default_factory=set)
    name_times: set[tuple[str, str, str, str]] = field(default_factory=set)
    facts: set[tuple[str, ...]] = field(default_factory=set)

    def entity(self, kind: str, name: str) -> str:
        """Declare an entity and give its id."""
        key = entity_id(kind, name)
        self.entities.add((key, kind, name))
        return key

    def alias(self, entity: str, kind: str, *names: str) -> None:
        """Give an entity further names."""
        self.aliases |= {(entity, name, kind) for name in names if name}

    def fact(
        self,
        subject: str,
        predicate: str,
        value: str = "",
        times: tuple[str, str, str] = ("", "", ""),
        status: str = "",
        note: str = "",
    ) -> None:
        """Add a fact; ``times`` are valid_from, valid_to and as_of."""
        self.facts.add((subject, predicate, value, *times, status, note))


@dataclass(frozen=True)
class SourceRecord:
    """Where a pack's rows come from."""

    title: str
    producer: str
    url: str
    licence: str
    accessed: str
    newest: str
    made_by: str
    raw: tuple[Path, ...]
    rank: int = 5
    """Where sources disagree the lower rank speaks: 1 the project's own audited tables, 3 official lists,
    5 collected ones, 8 lists with known errors."""


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header line, white space stripped."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(file)]


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds a list."""
    return [part.strip() for part in cell.split("|") if part.strip()]


LARGE = 5_000
"""Rows from which on a table is written as Parquet: a tenth of the size, read ten times as fast."""


def corrections_of(pack: str) -> Path:
    """Where the project's own corrections of a pack stand, if it has any."""
    return TYPED / f"corrections_{pack}.csv"


def correct(draft: Draft, pack: str) -> None:
    """Correct single facts by the rows of the pack's corrections. Raises ValueError where a row fits no fact.

    A row says which fact (an empty ``valid_from`` or ``value`` means any), and what becomes of it: ``drop``,
    ``unconfirmed``, or ``set`` to other times.
    """
    path = corrections_of(pack)
    for row in read_rows(path) if path.exists() else []:
        found = [fact for fact in draft.facts if _is_meant(fact, row)]
        if not found:
            raise ValueError(f"{path.name}: no fact of the pack fits {row}")
        draft.facts -= set(found)
        for subject, predicate, value, start, end, as_of, status, note in found:
            if row["action"] == "unconfirmed":
                draft.fact(subject, predicate, value, (start, end, as_of), "unconfirmed", note)
            elif row["action"] == "set":
                to = row["to"]
                draft.fact(subject, predicate, value, (row["from"], to, "" if to else as_of), status, note)


def _is_meant(fact: tuple[str, ...], row: dict[str, str]) -> bool:
    keys = (("predicate", 1), ("value", 2), ("valid_from", 3))
    return fact[0] == row["subject"] and all(row[key] in ("", fact[i]) for key, i in keys)


def write_pack(folder: Path, draft: Draft, record: SourceRecord) -> None:
    """Write a pack, corrected and sorted, with its source record; large tables as Parquet, the others as CSV."""
    correct(draft, folder.name)
    folder.mkdir(parents=True, exist_ok=True)
    for name, header in HEADERS.items():
        rows = sorted(getattr(draft, name))
        for suffix in (".csv", ".parquet"):
            (folder / f"{name}{suffix}").unlink(missing_ok=True)
        if len(rows) >= LARGE:
            columns = {column: [row[i] for row in rows] for i, column in enumerate(header)}
            pq.write_table(
                pa.table(columns), folder / f"{name}.parquet", compression="zstd", compression_level=19
            )
        elif rows:
            _write_table(folder / f"{name}.csv", header, rows)
    (folder / "pack.toml").write_text("\n".join(_record_lines(folder.name, record)) + "\n", encoding="utf-8")


def _write_table(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _record_lines(name: str, record: SourceRecord) -> Iterator[str]:
    yield f'name = "{name}"'
    for key in ("title", "producer", "url", "licence"):
        yield f'{key} = "{getattr(record, key)}"'
    yield f"accessed = {record.accessed}"
    if record.newest:
        yield f"newest = {record.newest}"
    yield f"rank = {record.rank}"
    yield f'made_by = "{record.made_by}"'
    yield "raw = ["
    corrections = corrections_of(name)
    for path in (*record.raw, *([corrections] if corrections.exists() else [])):
        yield f'    {{ file = "{path.name}", sha256 = "{sha256(path.read_bytes()).hexdigest()}" }},'
    yield "]"
