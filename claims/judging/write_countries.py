"""A country in place of another one, written as the text has it: by its name or as an adjective."""

import re

from claims.store.open import Store


def write_country_like(
    text: str, named: tuple[str, ...], owners: tuple[str, ...], store: Store
) -> str | None:
    """The text with one of ``owners`` in place of one of the ``named`` countries, its name for a name and its
    demonym for a demonym; None where the text names none of them."""
    for country in named:
        for alias, kind in sorted(_names(country, store), key=lambda pair: -len(pair[0])):
            found = re.search(rf"\b{re.escape(alias)}(?!\w)", text)
            new = next((a for owner in owners for a, k in _names(owner, store) if k == kind), None)
            if found and new:
                return text[: found.start()] + new + text[found.end() :]
    return None


def _names(country: str, store: Store) -> list[tuple[str, str]]:
    """The name of a country and its demonyms, adjectives before plurals, each as (alias, kind)."""
    demonyms = [(a, k) for a, k in store.aliases_of(country) if k == "demonym"]
    return [(store.name(country), "name"), *sorted(demonyms, key=_as_plural)]


def _as_plural(alias: tuple[str, str]) -> tuple[bool, int, str]:
    """Order of demonyms: those that are no plural first, as "British" before "Brits", then the shortest."""
    return alias[0].endswith("s"), len(alias[0]), alias[0]
