"""A new version of a pack against what is there: what it may add to the other packs, and what changes by it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from claims.errors import StoreError
from claims.store.diff_stores import Change
from claims.store.packs import COLUMNS, read_pack
from claims.store.stage_packs import create_stage, stage_table

Row = tuple[str, ...]
FACTS = COLUMNS["facts"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The rows that say something new, the number that other packs state already, and those that contradict them."""

    rows: list[Row]
    known: int
    differing: list[Change]


def weigh_facts(store: Path, rows: Iterable[Row], own: str) -> Weighed:
    """What a pack's facts add to those of the other packs of a store, ``own`` being how names of packs start that
    are of the same source. Raises StoreError.

    A slot that holds one value for good is left to the pack that fills it. A term that another pack has,
    too, is left to it where it has an end; where it is open the new row carries its end or its later as-of,
    under the start that the other gives where that is the more precise one. The same holds for what
    took place; a day within the days that another pack has is known.
    """
    try:
        with duckdb.connect(store, read_only=True) as db:
            _register(db, "mine", rows)
            db.execute(_OTHERS, [own])
            db.execute(_WEIGHED)
            kept = db.execute(
                f"SELECT {', '.join(FACTS)} FROM weighed WHERE verdict = 'new' ORDER BY ALL"
            ).fetchall()
            (known,) = db.execute("SELECT count(*) FROM weighed WHERE verdict = 'known'").fetchone() or (0,)
            differing = db.execute(_DIFFERING).fetchall()
    except duckdb.Error as error:
        raise StoreError(f"{store} cannot be asked: {str(error).splitlines()[0]}") from error
    return Weighed(kept, known, [Change("differs", *row) for row in differing])


def compare_pack(store: Path, rows: Sequence[Row], folder: Path) -> list[Change]:
    """The facts that change by putting rows in the place of the pack at ``folder``, which may not exist.

    ``added`` and ``removed`` are against that pack, ``changed`` against it or, where it is silent, the store.
    """
    try:
        with duckdb.connect(store, read_only=True) as db:
            create_stage(db, "facts")
            if folder.exists():
                stage_table(db, read_pack(folder), "facts")
            _register(db, "mine", rows)
            return [Change(*row) for row in db.execute(_CHANGES, [folder.name]).fetchall()]
    except duckdb.Error as error:
        raise StoreError(f"{store} cannot be asked: {str(error).splitlines()[0]}") from error


def _register(db: duckdb.DuckDBPyConnection, name: str, rows: Iterable[Row]) -> None:
    rows = list(rows)
    columns = {column: [row[i] for row in rows] for i, column in enumerate(FACTS)}
    db.register(name, pa.table(columns, pa.schema([(column, pa.string()) for column in FACTS])))


_OTHERS = """
    CREATE TEMP TABLE others AS
    SELECT f.*, single_valued AND temporal <> 'interval' AS settled FROM facts f JOIN predicates USING (predicate)
    WHERE NOT starts_with(source, ?) AND (subject, predicate) IN (SELECT (subject, predicate) FROM mine)
"""
_SAME_START = "(starts_with(o.valid_from, m.valid_from) OR starts_with(m.valid_from, o.valid_from))"
_SAME_TERM = f"({_SAME_START} AND (m.valid_to = '' OR m.valid_to >= left(o.valid_from, length(m.valid_to))))"
_OTHER_END = """(o.valid_to <> '' AND NOT starts_with(o.valid_to, m.valid_to) AND NOT starts_with(m.valid_to, o.valid_to)
                 OR o.valid_to <> '' AND m.valid_to = ''
                 OR o.as_of <> '' AND m.valid_to <> '' AND m.valid_to < left(o.as_of, length(m.valid_to)))"""
_WITHIN = """(o.settled AND o.value = m.value AND o.valid_from <> '' AND o.valid_to <> '' AND m.valid_to <> ''
              AND m.valid_from >= o.valid_from AND m.valid_to <= o.valid_to)"""
_WEIGHED = f"""
    CREATE TEMP TABLE weighed AS
    SELECT DISTINCT ON (m.subject, m.predicate, m.value, m.valid_from) m.* REPLACE (
               CASE WHEN length(o.valid_from) > length(m.valid_from) AND o.value = m.value AND {_SAME_TERM}
                    THEN o.valid_from ELSE m.valid_from END AS valid_from),
           o.fact AS other, o.valid_from AS other_from, o.valid_to AS other_to, o.as_of AS other_as_of,
           CASE WHEN o.fact IS NULL THEN 'new'
                WHEN {_WITHIN} THEN 'known'
                WHEN o.value <> m.value OR NOT {_SAME_START} THEN 'differs'
                WHEN o.status <> '' THEN 'known'
                WHEN {_OTHER_END} THEN 'differs'
                WHEN o.as_of = '' OR (m.valid_to = '' AND left(m.as_of, length(o.as_of)) <= o.as_of) THEN 'known'
                ELSE 'new' END AS verdict
    FROM mine m LEFT JOIN others o ON o.subject = m.subject AND o.predicate = m.predicate
         AND (o.settled OR (o.value = m.value AND {_SAME_TERM}))
    ORDER BY m.subject, m.predicate, m.value, m.valid_from, verdict <> 'known', verdict, o.fact
"""
_DIFFERING = """
    SELECT other, concat_ws(' ', nullif(other_from, ''), nullif('to ' || other_to, 'to '), nullif('as of ' || other_as_of, 'as of ')),
           concat_ws(' ', nullif(value, ''), nullif(valid_from, ''), nullif('to ' || valid_to, 'to '))
    FROM weighed WHERE verdict = 'differs' ORDER BY ALL
"""
_KEY = "subject || ':' || predicate || CASE WHEN value = '' THEN '' ELSE ':' || value END || CASE WHEN valid_from = '' THEN '' ELSE '@' || valid_from END"
_SHOWN = "concat_ws(' ', nullif(valid_from, ''), nullif('to ' || valid_to, 'to '), nullif('as of ' || as_of, 'as of '), nullif(status, ''))"
_CHANGES = f"""
    WITH new AS (SELECT DISTINCT {_KEY} AS fact, {_SHOWN} AS shown FROM mine),
         old AS (SELECT DISTINCT {_KEY} AS fact, {_SHOWN} AS shown FROM stage_facts),
         others AS (SELECT fact, {_SHOWN} AS shown FROM facts WHERE source <> ?)
    SELECT CASE WHEN n.fact IS NULL THEN 'removed' WHEN coalesce(o.fact, s.fact) IS NULL THEN 'added' ELSE 'changed' END AS kind,
           coalesce(n.fact, o.fact) AS fact, coalesce(o.shown, s.shown, ''), coalesce(n.shown, '')
    FROM new n FULL JOIN old o ON n.fact = o.fact LEFT JOIN others s ON s.fact = n.fact
    WHERE n.fact IS NULL OR coalesce(o.shown, s.shown) IS DISTINCT FROM n.shown
    ORDER BY kind, fact
"""
