"""Packs on disk: what tables they have, and where they come from."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from claims.errors import PackError

COLUMNS = {
    "entities": ("id", "kind", "name"),
    "aliases": ("entity", "alias", "kind"),
    "name_times": ("entity", "alias", "valid_from", "valid_to"),
    "facts": ("subject", "predicate", "value", "valid_from", "valid_to", "as_of", "status", "note"),
}
VOCABULARY = {
    "predicates": ("predicate", "shape", "subject_kind", "value_kind", "single_valued", "temporal",
                   "closed", "policy", "tolerance", "unit", "template"),
    "series": ("series", "family", "complete_from", "complete_to", "edition_name", "blocked_before", "blocked_after", "context"),
    "phrasings": ("predicate", "boundary", "phrase"),
    "anaphors": ("kind", "wording"),
    "name_contexts": ("name", "series", "scope", "words", "rivals", "barred"),
    "lists": ("predicate", "of", "complete_from", "complete_to"),
    "title_series": ("series", "newcomers_from", "refutes"),
    "title_heirs": ("former", "heir"),
    "title_sports": ("family", "wording"),
    "judging_lists": ("list", "entry"),
    "titles": ("title", "wording"),
    "title_modifiers": ("modifier", "effect"),
    "event_heads": ("head", "wording"),
    "event_acts": ("head", "wording"),
    "event_tellings": ("event", "wording"),
    "event_verbs": ("boundary", "wording"),
    "meeting_parties": ("meeting", "party"),
    "places_at": ("relation", "wording"),
    "narrative_cues": ("effect", "wording"),
    "context_words": ("list", "word"),
    "country_series": ("kind", "wording"),
    "year_cues": ("years", "wording"),
    "direction_cues": ("kind", "wording"),
    "majorities": ("year", "party_and_body"),
}  # fmt: skip
WORD_LISTS = (
    "anaphors", "judging_lists", "title_sports", "titles", "title_modifiers", "event_heads", "event_acts", "event_verbs", "places_at",
    "event_tellings", "meeting_parties", "narrative_cues", "context_words", "country_series",
    "year_cues", "direction_cues", "majorities",
)  # fmt: skip
SUFFIXES = (".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Where a pack's rows come from. ``rank`` orders sources that disagree: the lower one speaks."""

    title: str
    producer: str
    url: str
    licence: str
    accessed: date
    newest: date | None
    rank: int


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: its name, its source record and the file of each table that it has."""

    name: str
    record: SourceRecord
    tables: dict[str, Path]


def packs_home() -> Path:
    """Where the packs lie: beside the package in a checkout, inside it when installed from a wheel."""
    installed = Path(__file__).parents[1] / "_data"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "data"


def added_packs() -> Path:
    """Where ``claims facts import`` keeps the packs that a user adds."""
    return user_data_path("fact-claims") / "packs"


def content_hash(folders: Sequence[Path], vocabulary: Path) -> str:
    """Sixteen hex digits over every file of the packs and the vocabulary, by name and content."""
    digest = sha256()
    files = [(f"{folder.name}/{path.name}", path) for folder in folders for path in folder.iterdir()]
    files += [(f"vocabulary/{path.name}", path) for path in vocabulary.glob("*.csv")]
    for name, path in sorted(files):
        digest.update(f"{name}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def read_pack(folder: Path) -> Pack:
    """A pack folder's record and tables. Raises PackError with file and cause."""
    tables = {
        name: path for name in COLUMNS for suffix in SUFFIXES if (path := folder / f"{name}{suffix}").exists()
    }
    return Pack(folder.name, _source_record(folder / "pack.toml"), tables)


def pack_folders(home: Path, added: Path | None = None) -> list[Path]:
    """The folder of every pack, shipped ones first. Raises PackError where there is none or a name is taken twice."""
    shipped = _folders(home / "packs")
    if not shipped:
        raise PackError(f"no packs under {home / 'packs'}: reinstall, or check out data/ again")
    own = _folders(added) if added else []
    names = {path.name for path in shipped}
    for folder in own:
        if folder.name in names:
            raise PackError(f"{folder} has the name of a pack that ships with the program: rename the folder")
    return [*shipped, *own]


def _folders(parent: Path) -> list[Path]:
    return sorted(path for path in parent.glob("*") if path.is_dir() and not path.name.startswith("."))


def _source_record(path: Path) -> SourceRecord:
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8"))
        return SourceRecord(
            title=record["title"],
            producer=record["producer"],
            url=record.get("url", ""),
            licence=record["licence"],
            accessed=record["accessed"],
            newest=record.get("newest"),
            rank=int(record.get("rank", 5)),
        )
    except FileNotFoundError as error:
        raise PackError(f"{path} is missing: a pack without a source record is not taken in") from error
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise PackError(f"{path}: {error}") from error
