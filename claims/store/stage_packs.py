"""Pack files -> staging tables in DuckDB, every row checked; CSV and Parquet alike."""

from collections.abc import Iterator

import duckdb

from claims.errors import PackError
from claims.store.packs import COLUMNS, Pack

_BAD_DATE = r"""{column} <> '' AND NOT (
    regexp_full_match({column}, '\d{{4}}(-(0[1-9]|1[0-2]))?')
    OR (regexp_full_match({column}, '\d{{4}}-\d\d-\d\d') AND try_cast({column} AS DATE) IS NOT NULL))"""

_ENDS_EARLY = {
    "it ends before it starts": "valid_from <> '' AND valid_to <> '' AND valid_to < left(valid_from, length(valid_to))"
}


def _bad_dates(*columns: str) -> dict[str, str]:
    """What is wrong with a column that holds no date, and the condition that finds it."""
    return {f"{c} is no date (YYYY, YYYY-MM or YYYY-MM-DD)": _BAD_DATE.format(column=c) for c in columns}


CHECKS = {
    "entities": {
        "an id without kind and slug": "NOT regexp_full_match(id, '[a-z]+/[^ ]+')",
        "an entity without a name": "trim(name) = ''",
    },
    "aliases": {"an empty alias": "trim(alias) = ''"},
    "name_times": {**_bad_dates("valid_from", "valid_to"), **_ENDS_EARLY},
    "facts": {
        **_bad_dates("valid_from", "valid_to", "as_of"),
        **_ENDS_EARLY,
        "an unknown status": "status NOT IN ('', 'scheduled', 'cancelled', 'unconfirmed')",
    },
}  # fmt: skip


_CSV = "read_csv(?, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', null_padding = false)"


def stage_packs(db: duckdb.DuckDBPyConnection, packs: list[Pack]) -> None:
    """Fill ``stage_entities``, ``stage_aliases``, ``stage_name_times`` and ``stage_facts``.

    Each has the columns of its table, with ``pack`` and ``line`` before. Raises PackError with file, line and
    cause for the first row that breaks the format.
    """
    for table in COLUMNS:
        create_stage(db, table)
        for pack in packs:
            stage_table(db, pack, table)
            for line, cause, row in find_bad_rows(db, table, pack.name):
                raise PackError(f"{pack.tables[table]}:{line}: {cause}: {row}")


def create_stage(db: duckdb.DuckDBPyConnection, table: str) -> None:
    """An empty staging table."""
    typed = ", ".join(f"{column} VARCHAR NOT NULL" for column in COLUMNS[table])
    db.execute(f"CREATE TEMP TABLE IF NOT EXISTS stage_{table} (pack VARCHAR, line BIGINT, {typed})")


def stage_table(db: duckdb.DuckDBPyConnection, pack: Pack, table: str) -> None:
    """Add the rows of a pack's table, where it has one. Raises PackError where the file cannot be read."""
    path = pack.tables.get(table)
    if path is None:
        return
    source = "read_parquet(?)" if path.suffix == ".parquet" else _CSV
    try:
        header = {row[0] for row in db.execute(f"DESCRIBE SELECT * FROM {source}", [str(path)]).fetchall()}
        missing = [column for column in COLUMNS[table] if column not in header]
        if missing:
            raise PackError(f"{path}: no column {', '.join(missing)} in its header line")
        columns = ", ".join(f"coalesce(CAST({column} AS VARCHAR), '')" for column in COLUMNS[table])
        db.execute(
            f"INSERT INTO stage_{table} SELECT ?, row_number() OVER () + 1, {columns} FROM {source}",
            [pack.name, str(path)],
        )
    except duckdb.Error as error:
        raise PackError(f"{path}: {str(error).splitlines()[0]}") from error


def find_bad_rows(db: duckdb.DuckDBPyConnection, table: str, pack: str) -> Iterator[tuple[int, str, str]]:
    """Every staged row of a pack's table that breaks the format, as (line, cause, row)."""
    for cause, condition in CHECKS[table].items():
        rows = db.execute(
            f"SELECT line, * EXCLUDE (pack, line) FROM stage_{table} WHERE pack = ? AND ({condition}) ORDER BY line",
            [pack],
        ).fetchall()
        for line, *values in rows:
            yield line, cause, ",".join(values)
