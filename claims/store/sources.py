"""Where the facts of a store are from."""

from dataclasses import dataclass
from datetime import date

import duckdb


@dataclass(frozen=True, slots=True)
class Source:
    """The source record of a pack. ``url`` is empty for what was compiled for this project.

    ``newest`` is the newest date in it that is an observation and not a plan, None where it does not say;
    ``facts`` counts the facts that the store has from it, ``as_of`` is the newest as-of among them.
    """

    name: str
    title: str
    producer: str
    url: str
    licence: str
    accessed: date
    newest: date | None
    facts: int
    as_of: str | None


def read_sources(db: duckdb.DuckDBPyConnection) -> tuple[Source, ...]:
    """The source records of an open store, by name."""
    rows = db.execute(
        """SELECT source, title, producer, coalesce(url, ''), licence, accessed, newest, count(fact),
                  nullif(max(as_of), '')
           FROM sources LEFT JOIN facts USING (source) GROUP BY ALL ORDER BY source"""
    ).fetchall()
    return tuple(Source(*row) for row in rows)
