"""Packs on disk as typed rows. A row that breaks the format is an error with its file and line."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from claims.errors import PackError
from claims.values.dates import parse_partial

COLUMNS = {
    "entities": ("id", "kind", "name"),
    "aliases": ("entity", "alias", "kind"),
    "facts": ("subject", "predicate", "value", "valid_from", "valid_to", "as_of", "status", "note"),
}
VOCABULARY = {
    "predicates": ("predicate", "shape", "subject_kind", "value_kind", "single_valued", "temporal", "policy", "template"),
    "series": ("series", "family", "complete_from", "complete_to", "edition_name", "blocked_before", "blocked_after"),
    "phrasings": ("predicate", "phrase"),
    "titles": ("title", "wording"),
    "title_modifiers": ("modifier", "effect"),
    "event_heads": ("head", "wording"),
    "event_acts": ("head", "wording"),
    "event_verbs": ("boundary", "wording"),
    "places_at": ("relation", "wording"),
    "narrative_cues": ("effect", "wording"),
}  # fmt: skip
WORD_LISTS = (
    "phrasings",
    "titles",
    "title_modifiers",
    "event_heads",
    "event_acts",
    "event_verbs",
    "places_at",
    "narrative_cues",
)
STATUSES = frozenset({"", "scheduled", "cancelled", "unconfirmed"})


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: its source record and its rows, as tuples in the order of ``COLUMNS``."""

    name: str
    record: tuple[str, str, str, str, date, date | None]
    entities: list[tuple[str, ...]]
    aliases: list[tuple[str, ...]]
    facts: list[tuple[str, ...]]


def packs_home() -> Path:
    """Where the packs lie: beside the package in a checkout, inside it when installed from a wheel."""
    installed = Path(__file__).parents[1] / "_data"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "data"


def content_hash(home: Path) -> str:
    """Sixteen hex digits over every file of the packs and the vocabulary, by name and content."""
    digest = sha256()
    for path in sorted([*home.glob("packs/*/*"), *home.glob("vocabulary/*.csv")]):
        digest.update(f"{path.relative_to(home).as_posix()}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in columns if name not in (reader.fieldnames or [])]
        if missing:
            raise PackError(f"{path}: no column {', '.join(missing)} in its header line")
        for row in reader:
            values = tuple(row[name] for name in columns)
            if None in values:
                raise PackError(f"{path}:{reader.line_num}: too few columns")
            yield values


def _source_record(path: Path) -> tuple[str, str, str, str, date, date | None]:
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8"))
        return (
            record["title"],
            record["producer"],
            record.get("url", ""),
            record["licence"],
            record["accessed"],
            record.get("newest"),
        )
    except FileNotFoundError as error:
        raise PackError(f"{path} is missing: a pack without a source record is not taken in") from error
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise PackError(f"{path}: {error}") from error


def _check_fact(path: Path, row: tuple[str, ...]) -> None:
    _subject, _predicate, _value, valid_from, valid_to, as_of, status, _note = row
    try:
        for text in filter(None, (valid_from, valid_to, as_of)):
            parse_partial(text)
    except ValueError as error:
        raise PackError(f"{path}: {error} in {row[:3]}") from error
    if valid_from and valid_to and valid_to < valid_from[: len(valid_to)]:
        raise PackError(f"{path}: {row[:3]} ends before it starts")
    if status not in STATUSES:
        raise PackError(f"{path}: unknown status {status!r} in {row[:3]}")


def read_pack(folder: Path) -> Pack:
    """A pack folder as rows. Raises PackError with file and cause."""
    facts = list(_rows(folder / "facts.csv", COLUMNS["facts"]))
    for row in facts:
        _check_fact(folder / "facts.csv", row)
    return Pack(
        name=folder.name,
        record=_source_record(folder / "pack.toml"),
        entities=list(_rows(folder / "entities.csv", COLUMNS["entities"])),
        aliases=list(_rows(folder / "aliases.csv", COLUMNS["aliases"])),
        facts=facts,
    )


def read_packs(home: Path) -> list[Pack]:
    """Every pack under ``home``, by name. Raises PackError where there is none."""
    folders = sorted(path for path in (home / "packs").glob("*") if path.is_dir())
    if not folders:
        raise PackError(f"no packs under {home / 'packs'}: reinstall, or check out data/ again")
    return [read_pack(folder) for folder in folders]


def read_vocabulary(home: Path, name: str) -> list[tuple[str, ...]]:
    """The rows of one vocabulary table, as tuples in the order of ``VOCABULARY``."""
    return list(_rows(home / "vocabulary" / f"{name}.csv", VOCABULARY[name]))
