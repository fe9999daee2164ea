"""What a store's vocabulary says of its predicates."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from claims.errors import StoreError


@dataclass(frozen=True, slots=True)
class Predicate:
    """How many values a subject may have, and whether they hold for a time."""

    single: bool
    interval: bool


def read_predicates(store: Path) -> dict[str, Predicate]:
    """Every predicate by name. Raises StoreError."""
    try:
        with duckdb.connect(store, read_only=True) as db:
            rows = db.execute("SELECT predicate, single_valued, temporal FROM predicates").fetchall()
    except duckdb.Error as error:
        raise StoreError(f"{store} cannot be asked: {str(error).splitlines()[0]}") from error
    return {name: Predicate(single, temporal == "interval") for name, single, temporal in rows}
