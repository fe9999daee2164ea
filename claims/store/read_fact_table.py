"""One table of facts with a small TOML beside it -> what may become a pack."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.errors import PackError
from claims.store.imported import FACT_COLUMNS, BadRow, Imported, find_bad_facts
from claims.store.open import Store
from claims.store.packs import COLUMNS
from claims.store.read_record import read_record
from claims.store.read_rows import Cells, read_rows
from claims.values.names import name_key, slug

Numbered = tuple[int, Cells | str]
"""A row with its line, or why the line is none."""


def read_fact_table(source: Path, store: Store) -> Imported:
    """The facts of a table: its TOML says which column is what, and what holds for every row.

    Raises PackError where either cannot be read, or the TOML speaks of what there is not.
    """
    name, record = read_record(source.with_suffix(".toml"), source.stem)
    imported = Imported(name, {table: [] for table in COLUMNS}, record)
    reader = _RowReader(record, store, imported)
    for line, row in _filled(read_rows(source), record):
        if isinstance(row, str):
            imported.bad.append(BadRow(line, row, ""))
        else:
            reader.take(line, row)
    imported.tables["entities"] = sorted(set(imported.tables["entities"]))
    imported.bad += find_bad_facts(imported.tables["facts"], reader.lines, store)
    imported.bad.sort()
    return imported


def _filled(rows: Iterable[Numbered], record: dict[str, Any]) -> Iterator[Numbered]:
    """The rows to be read: with ``skip_empty`` those with a value; those to go ``along`` only where their subject has another."""
    if not record.get("skip_empty"):
        yield from rows
        return
    columns = record.get("columns", {})
    value, subject = columns.get("value", "value"), columns.get("subject", "subject")
    kept = [(line, row) for line, row in rows if isinstance(row, str) or row.get(value)]
    told = {row.get(subject) for _, row in kept if not isinstance(row, str) and not row.get("along")}
    yield from (
        (line, row)
        for line, row in kept
        if isinstance(row, str) or not row.get("along") or row.get(subject) in told
    )


class _RowReader:
    """Turns rows into facts, and names into entity ids."""

    def __init__(self, record: dict[str, Any], store: Store, imported: Imported) -> None:
        self._columns: dict[str, str] = record.get("columns", {})
        self._defaults = {k: str(v) for k, v in record.get("defaults", {}).items()}
        known = {*FACT_COLUMNS, "subject_kind", "value_kind"}
        unknown = sorted({*self._columns, *self._defaults} - known)
        if unknown:
            raise PackError(
                f"[columns] and [defaults] know {', '.join(FACT_COLUMNS)}, subject_kind and "
                f"value_kind; not {', '.join(unknown)}"
            )
        self._store = store
        self._imported = imported
        self._accessed = record["accessed"].isoformat()
        self._new: dict[str, str] = {}
        self.lines: list[int] = []

    def take(self, line: int, row: Cells) -> None:
        """Add the row's fact, or why it has none."""
        try:
            self._imported.tables["facts"].append(self._fact(row))
            self.lines.append(line)
        except ValueError as error:
            self._imported.bad.append(BadRow(line, str(error), ",".join(row.values())))

    def _fact(self, row: Cells) -> tuple[str, ...]:
        """The row as a fact; what has not ended is known as of the day the source was taken. Raises ValueError."""
        missing = [column for column in self._columns.values() if column not in row]
        if missing:
            raise ValueError(f"no column {', '.join(missing)}")
        values = {c: row.get(self._columns.get(c, c), "") or self._defaults.get(c, "") for c in FACT_COLUMNS}
        predicate = self._store.predicates.get(values["predicate"])
        if predicate is None:
            raise ValueError(f"unknown predicate {values['predicate']!r}; see docs/coverage.md")
        values["subject"] = self._entity(values["subject"], self._kind("subject_kind", row))
        if predicate.value_kind == "entity":
            values["value"] = self._entity(values["value"], self._kind("value_kind", row))
        elif predicate.value_kind == "number":
            values["value"] = _plain(values["value"])
        elif predicate.value_kind == "time" and not values["valid_from"] and not values["valid_to"]:
            values |= {"valid_from": values["value"], "valid_to": values["value"], "value": ""}
        if predicate.interval and not values["valid_to"]:
            values["as_of"] = values["as_of"] or self._accessed
        return tuple(values[c] for c in FACT_COLUMNS)

    def _kind(self, which: str, row: Cells) -> str:
        """The kind of a new subject or value: the row's own, else the one for all."""
        return row.get(self._columns.get(which, which), "") or self._defaults.get(which, "")

    def _entity(self, name: str, kind: str) -> str:
        """An id as it is; a name as the one entity of the kind that has it, or a new one. Raises ValueError."""
        if not name:
            raise ValueError("an empty subject or value")
        if self._store.has(name):
            return name
        senses = self._store.names.senses(name_key(name))
        known = {sense.entity for sense in senses if not kind or sense.entity.startswith(f"{kind}/")}
        if len(known) == 1:
            return known.pop()
        if known:
            raise ValueError(f"{name!r} may be {', '.join(sorted(known))}; write the id")
        if not kind:
            raise ValueError(
                f"{name!r} is not in the store; give subject_kind or value_kind under [defaults] to add it"
            )
        return self._add(f"{kind}/{slug(name)}", kind, name)

    def _add(self, entity: str, kind: str, name: str) -> str:
        """A new entity; two names of one id would be two things under one name. Raises ValueError."""
        taken = self._store.name(entity) if self._store.has(entity) else self._new.setdefault(entity, name)
        if entity.endswith("/") or taken != name:
            raise ValueError(f"{name!r} would have the id of {taken!r}, {entity}; write an id")
        self._imported.tables["entities"].append((entity, kind, name))
        return entity


def _plain(text: str) -> str:
    """A number without the marks that part its thousands."""
    return text.replace(",", "").replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
