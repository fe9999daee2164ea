"""The vectors of a filled store: of events that may be described, and of phrasings."""

from collections.abc import Iterable

import duckdb
import numpy as np
from numpy.typing import NDArray

from claims.store.encoder import DIMENSIONS, Encoder
from claims.store.insert_rows import insert_rows


def embed_store(db: duckdb.DuckDBPyConnection, encoder: Encoder) -> None:
    """Fill the table of vectors."""
    phrasings = db.execute("SELECT predicate, phrase FROM phrasings ORDER BY ALL").fetchall()
    rows = [
        *((subject, "event", text) for subject, text in _event_texts(db)),
        *((predicate, "phrasing", phrase) for predicate, phrase in phrasings),
    ]
    vectors = list(encoder.encode([text for _subject, _kind, text in rows])) if rows else []
    _fit_column(db, vectors)
    insert_rows(db, "vectors", [(*row, v.tolist()) for row, v in zip(rows, vectors, strict=True)])


def _fit_column(db: duckdb.DuckDBPyConnection, vectors: Iterable[NDArray[np.float32]]) -> None:
    """The empty column as long as the model's vectors are; the schema's own length is that of the default model."""
    length = next((len(vector) for vector in vectors), DIMENSIONS)
    if length != DIMENSIONS:
        db.execute(f"ALTER TABLE vectors ALTER vector TYPE FLOAT[{length}] USING NULL::FLOAT[{length}]")


def _event_texts(db: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The events that may be described, with the text that is embedded: name, then place and country.

    Those are the events in which the store knows a party; anything else is found by its name.
    """
    return db.execute(
        """SELECT e.entity, e.name || coalesce(' (' || string_agg(p.name, ', ' ORDER BY f.predicate, p.name) || ')', '')
           FROM entities e
           SEMI JOIN (SELECT subject FROM facts WHERE predicate = 'involves') i ON i.subject = e.entity
           LEFT JOIN facts f ON f.subject = e.entity AND f.predicate IN ('located_in', 'located_in_country')
           LEFT JOIN entities p ON p.entity = f.value
           WHERE e.kind = 'event' GROUP BY e.entity, e.name ORDER BY e.entity"""
    ).fetchall()
