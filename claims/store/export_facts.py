"""A store -> a folder with its tables, in a format that others read."""

from pathlib import Path

import duckdb

from claims.errors import StoreError

TABLES = ("sources", "predicates", "series", "entities", "aliases", "facts")
FORMATS = {
    "parquet": "(FORMAT parquet, COMPRESSION zstd)",
    "csv": "(FORMAT csv, HEADER)",
    "jsonl": "(FORMAT json)",
}


def export_facts(store: Path, folder: Path, kind: str) -> list[Path]:
    """Write every table of the store to ``folder`` and give the files. Raises StoreError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(store, read_only=True) as db:
            files = []
            for table in TABLES:
                path = folder / f"{table}.{kind}"
                quoted = str(path).replace("'", "''")
                db.execute(f"COPY (SELECT * FROM {table} ORDER BY ALL) TO '{quoted}' {FORMATS[kind]}")
                files.append(path)
            return files
    except (OSError, duckdb.Error) as error:
        raise StoreError(
            f"the facts could not be written to {folder}: {str(error).splitlines()[0]}"
        ) from error
