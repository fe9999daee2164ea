"""The words that make up time expressions, each with its class and value."""

from dataclasses import dataclass
from functools import lru_cache

from claims.values.times.tables import read_rows


@dataclass(frozen=True, slots=True)
class Word:
    """A word's class (``month``), its value (2 for February) and whether it counts only with a capital."""

    kind: str
    value: int
    text: str
    capital: bool


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Word]:
    """Every word of the vocabulary by its lower-case form without a closing full stop."""
    return {row["word"]: _word(row) for row in read_rows("words")}


def _word(row: dict[str, str]) -> Word:
    value = row["value"]
    number = int(value) if value.lstrip("-").isdigit() else 0
    return Word(row["class"], number, value, row["capital"] == "yes")
