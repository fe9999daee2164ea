"""One entity of a dump as JSON -> its names, its values and its statements."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from claims.refreshing.frame_times import Time
from claims.refreshing.read_time import read_time
from claims.refreshing.statements import Cause, Rank

Snak = Mapping[str, Any]
START, END = "P580", "P582"


class Entity:
    """An item of a dump. Raises ValueError or TypeError where the JSON is none."""

    def __init__(self, text: bytes) -> None:
        entity = json.loads(text)
        if not isinstance(entity, dict) or not isinstance(entity.get("id"), str):
            raise TypeError("no entity with an id")
        self.id: str = entity["id"]
        self._entity: Mapping[str, Any] = entity

    @property
    def is_item(self) -> bool:
        """Whether it is an item: a dump has properties, too."""
        return self.id[:1] == "Q" and self.id[1:].isascii() and self.id[1:].isdigit()

    @property
    def label(self) -> str:
        """The English name, or the one for all languages, or ""."""
        labels = _map(self._entity.get("labels"))
        label = labels.get("en") or labels.get("mul") or {}
        return " ".join(str(label.get("value", "")).split())

    @property
    def sitelinks(self) -> int:
        """The number of articles about it."""
        return len(_map(self._entity.get("sitelinks")))

    def statements(self, name: str) -> list[Mapping[str, Any]]:
        """All statements of a property, deprecated ones, too."""
        found = _map(self._entity.get("claims")).get(name, [])
        return [s for s in found if isinstance(s, Mapping) and isinstance(s.get("mainsnak"), Mapping)]

    def values(self, name: str) -> set[str]:
        """The items that a property names by its best statements, as Wikidata's direct triples do."""
        return {
            item for statement in self.best(name) if isinstance(item := read_item(statement["mainsnak"]), str)
        }

    def best(self, name: str) -> list[Mapping[str, Any]]:
        """The preferred statements of a property, or where there are none the normal ones."""
        found = self.statements(name)
        preferred = [s for s in found if s.get("rank") == Rank.PREFERRED]
        return preferred or [s for s in found if s.get("rank") != Rank.DEPRECATED]


def read_item(snak: Snak) -> str | None:
    """The item a snak names; None where it is unknown or none."""
    value = _map(snak.get("datavalue")).get("value")
    if snak.get("snaktype") != "value" or not isinstance(value, Mapping):
        return None
    item = value.get("id") or f"Q{value.get('numeric-id')}"
    return (
        item
        if isinstance(item, str) and item[:1] == "Q" and item[1:].isascii() and item[1:].isdigit()
        else None
    )


def read_snak_time(snak: Snak) -> Time:
    """The time of a snak; None where it says that there is none."""
    if snak.get("snaktype") == "novalue":
        return None
    value = _map(snak.get("datavalue")).get("value")
    if snak.get("snaktype") != "value" or not isinstance(value, Mapping):
        return Cause.UNKNOWN_VALUE
    return read_time(
        str(value.get("time", "")), int(value.get("precision", 0)), str(value.get("calendarmodel", ""))
    )


def qualifier_times(statement: Mapping[str, Any]) -> Iterator[tuple[Time, Time]]:
    """Every pair of a start and an end that the qualifiers give."""
    qualifiers = _map(statement.get("qualifiers"))
    starts = [read_snak_time(snak) for snak in qualifiers.get(START, [])] or [None]
    ends = [read_snak_time(snak) for snak in qualifiers.get(END, [])] or [None]
    return ((start, end) for start in starts for end in ends)


def _map(value: object) -> Mapping[str, Any]:
    """Wikidata writes an empty map as an empty list."""
    return value if isinstance(value, Mapping) else {}
