"""What a store is built from, and where the one that is built from it is kept."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from claims.store.packs import added_packs, content_hash, pack_folders, packs_home

SCHEMA_VERSION = "12"
"""Goes up with every change of ``schema.sql``, so that a store of an older program is built again."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a store is built from: the packs' folders and the vocabulary."""

    folders: tuple[Path, ...]
    vocabulary: Path

    @classmethod
    def of(cls, home: Path | None = None) -> "Knowledge":
        """The packs under ``home`` alone, or those that ship with the program and those a user added."""
        place = home or packs_home()
        return cls(tuple(pack_folders(place, None if home else added_packs())), place / "vocabulary")

    def version(self, encoder_name: str) -> str:
        """What a store built now would be: packs, schema and encoder in one string."""
        return f"{content_hash(self.folders, self.vocabulary)}-s{SCHEMA_VERSION}-{encoder_name}"


def default_path(knowledge: Knowledge, encoder_name: str) -> Path:
    """Where the store of these packs is kept: the user's cache, one file a version."""
    version = knowledge.version(encoder_name)
    safe = "".join(c if c.isalnum() or c in "-." else "-" for c in version)
    return user_cache_path("fact-claims") / f"facts-{safe}.duckdb"
