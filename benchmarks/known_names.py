"""What the injection benchmark asks the fact store: which one entity a name stands for, and names by kind.

The benchmark finds its statements by patterns of its own; the store only tells whether they are true.
"""

import csv
from functools import cached_property, lru_cache
from pathlib import Path

from claims.records import Fact
from claims.store.open import Store
from claims.values.names import name_key

OFFICES = Path(__file__).with_name("office_wordings.csv")
FULL = frozenset(("official", "short", "variant"))
NAMES = FULL | {"former", "acronym"}
UNITED_STATES = "country/united-states"


class KnownNames:
    """Names of a store's entities, asked one at a time and remembered."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.named = lru_cache(None)(self._named)

    def _named(self, name: str, kind: str) -> str | None:
        """The one entity of a kind with that full name; None where there are several or none."""
        senses = self.store.names.senses(name_key(name))
        found = {s.entity for s in senses if s.entity.startswith(f"{kind}/") and s.alias_kind in NAMES}
        return next(iter(found)) if len(found) == 1 else None

    def series_named(self, name: str) -> tuple[str, ...]:
        """Every series that the name may stand for."""
        senses = self.store.names.senses(name_key(name))
        return tuple(dict.fromkeys(s.entity for s in senses if s.entity.startswith("series/")))

    @cached_property
    def countries(self) -> dict[str, str]:
        """Country by its names, of countries that have a president or head of government."""
        return {
            alias: country
            for country in self._with_government
            for alias, kind in self.store.aliases_of(country)
            if kind in FULL | {"acronym"} and alias[:1].isupper()
        }

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Country by adjective ("German"), where only one country has it."""
        found: dict[str, set[str]] = {}
        for country in self._with_government:
            for alias, kind in self.store.aliases_of(country):
                if (kind == "demonym" and not alias.endswith("s")) or (
                    kind == "demonym" and alias.endswith("ss")
                ):
                    found.setdefault(alias, set()).add(country)
        return {alias: countries.pop() for alias, countries in found.items() if len(countries) == 1}

    @cached_property
    def _with_government(self) -> list[str]:
        offices = [
            fact.subject
            for title in ("president", "prime-minister", "chancellor", "monarch", "king")
            for fact in self.store.facts_with_value("office_title", f"title/{title}")
        ]
        of = {f.value for office in offices for f in self.store.facts(office, "office_of")}
        return sorted(country for country in of if country.startswith("country/"))

    @cached_property
    def office_wordings(self) -> dict[str, tuple[str, str]]:
        """Title and country (or "") by wording."""
        with OFFICES.open(encoding="utf-8", newline="") as file:
            return {row["wording"]: (row["title"], row["country"]) for row in csv.DictReader(file)}

    @lru_cache(None)  # noqa: B019 - lives as long as the process
    def office(self, title: str, country: str) -> str | None:
        """The one office of a country with a title."""
        of = {f.subject for f in self.store.facts_with_value("office_title", title)}
        own = [
            office
            for office in sorted(of)
            if any(f.value == country for f in self.store.facts(office, "office_of"))
        ]
        return own[0] if len(own) == 1 else None

    def holders(self, office: str) -> tuple[Fact, ...]:
        """Who held an office, oldest first."""
        return tuple(f for f in self.store.facts(office, "held_by") if f.confirmed and f.valid)


def holds_in(fact: Fact, year: int) -> bool:
    """Whether a fact is valid on some day of a year."""
    return bool(
        fact.valid
        and (not fact.valid.start or fact.valid.start.year <= year)
        and (not fact.valid.end or fact.valid.end.year >= year)
    )
