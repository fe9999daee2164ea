"""The queries under ``data/wikidata/`` -> templates: what is read, and what a row means."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from claims.errors import RefreshError
from claims.store.packs import packs_home

PACKS = "wikidata-"
"""How the names of all packs from Wikidata start."""


class Times(StrEnum):
    """Where a statement's times stand."""

    NONE = "none"
    QUALIFIERS = "qualifiers"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class ItemRule:
    """Which items a dump's statements are taken from; empty parts ask for nothing."""

    classes: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    any_of: tuple[tuple[str, tuple[str, ...]], ...] = ()
    within: tuple[tuple[str, str], ...] = ()
    sitelinks: int = 0


@dataclass(frozen=True, slots=True)
class TargetRule:
    """Which values a dump's statements may have; empty parts ask for nothing."""

    named_by: str = ""
    of: str = ""
    below: str = ""
    classes: tuple[str, ...] = ()
    direct: str = ""
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """One query: its text, and what its rows mean (see ``data/wikidata/index.toml``)."""

    name: str
    text: str
    predicate: str
    subject: tuple[str, ...]
    value: tuple[str, ...]
    property: str
    turned: bool
    times: Times
    end: str
    start_may_lack: bool
    surnames: bool
    titles: bool
    item: ItemRule
    target: TargetRule


@dataclass(frozen=True, slots=True)
class Template:
    """One pack and the queries that make it."""

    name: str
    title: str
    queries: tuple[Query, ...]

    @property
    def pack(self) -> str:
        """The name of the pack's folder."""
        return f"{PACKS}{self.name}"


def read_templates(only: Sequence[str] = (), folder: Path | None = None) -> list[Template]:
    """The templates named, or all, in the order of the index. Raises RefreshError."""
    folder = folder or packs_home() / "wikidata"
    path = folder / "index.toml"
    try:
        index = tomllib.loads(path.read_text(encoding="utf-8"))
        templates = {name: _template(name, table, folder) for name, table in index.items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise RefreshError(f"{path}: {error!r}; reinstall, or check out data/ again") from error
    unknown = sorted(set(only) - set(templates))
    if unknown:
        raise RefreshError(f"nothing is called {', '.join(unknown)}; there are {', '.join(templates)}")
    return [template for name, template in templates.items() if not only or name in only]


def _template(name: str, table: Mapping[str, Any], folder: Path) -> Template:
    return Template(name, table["title"], tuple(_query(entry, folder) for entry in table["query"]))


def _query(entry: Mapping[str, Any], folder: Path) -> Query:
    return Query(
        name=entry["file"],
        text=(folder / f"{entry['file']}.rq").read_text(encoding="utf-8"),
        predicate=entry["predicate"],
        subject=tuple(entry["subject"]),
        value=tuple(entry.get("value", ())),
        property=entry["property"],
        turned=entry.get("turned", False),
        times=Times(entry.get("times", "none")),
        end=entry.get("end", ""),
        start_may_lack=entry.get("start_may_lack", False),
        surnames=entry.get("surnames", False),
        titles=entry.get("titles", False),
        item=_item_rule(entry.get("item", {})),
        target=_target_rule(entry.get("target", {})),
    )


def _item_rule(entry: Mapping[str, Any]) -> ItemRule:
    return ItemRule(
        classes=tuple(entry.get("classes", ())),
        below=tuple(entry.get("below", ())),
        any_of=tuple((name, tuple(values)) for name, values in entry.get("any_of", {}).items()),
        within=tuple(entry.get("within", {}).items()),
        sitelinks=entry.get("sitelinks", 0),
    )


def _target_rule(entry: Mapping[str, Any]) -> TargetRule:
    return TargetRule(
        named_by=entry.get("named_by", ""),
        of=entry.get("of", ""),
        below=entry.get("below", ""),
        classes=tuple(entry.get("classes", ())),
        direct=entry.get("direct", ""),
        listed=tuple(entry.get("listed", ())),
    )
