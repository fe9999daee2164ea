"""What a run is asked for."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from claims.reading.reading_settings import ReadingSettings
from claims.settings import Settings


@dataclass(frozen=True, slots=True)
class Order:
    """The inputs of a run, where it writes to, and what it judges by: the parameters of the flow that decide what it finds.

    ``facts`` is the file of the fact store, ``day`` the date of articles that state none.
    """

    paths: tuple[str, ...]
    out: Path
    facts: Path
    day: date | None = None
    resume: bool = False
    retry_errors: bool = False
    settings: Settings = field(default_factory=Settings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
