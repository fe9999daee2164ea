"""Two stores -> the facts that one has and the other has not, and those whose end, as-of or status changed."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from claims.errors import StoreError


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs: ``added``, ``removed`` or ``changed``, with what it was and is."""

    kind: str
    fact: str
    before: str
    after: str


_SHOWN = "concat_ws(' ', nullif({0}.valid_from, ''), nullif('to ' || {0}.valid_to, 'to '), nullif('as of ' || {0}.as_of, 'as of '), nullif({0}.status, ''))"
_QUERY = f"""
    SELECT CASE WHEN o.fact IS NULL THEN 'added' WHEN n.fact IS NULL THEN 'removed' ELSE 'changed' END AS kind,
           coalesce(n.fact, o.fact) AS fact, coalesce({_SHOWN.format("o")}, ''), coalesce({_SHOWN.format("n")}, '')
    FROM old.facts o FULL JOIN new.facts n ON o.fact = n.fact
    WHERE o.fact IS NULL OR n.fact IS NULL
       OR (o.valid_to, o.as_of, o.status) IS DISTINCT FROM (n.valid_to, n.as_of, n.status)
    ORDER BY kind, fact
"""


def diff_stores(old: Path, new: Path) -> list[Change]:
    """The changes from one store file to another, ordered by kind and fact. Raises StoreError."""
    for path in (old, new):
        if not path.exists():
            raise StoreError(f"no fact store at {path}")
    try:
        with duckdb.connect() as db:
            for name, path in (("old", old), ("new", new)):
                quoted = str(path).replace("'", "''")
                db.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
            return [Change(*row) for row in db.execute(_QUERY).fetchall()]
    except duckdb.Error as error:
        raise StoreError(f"the stores cannot be compared: {str(error).splitlines()[0]}") from error
