"""A SPARQL endpoint's JSON -> statements."""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from claims.refreshing.frame_times import Time, frame_times
from claims.refreshing.read_templates import Query, Times
from claims.refreshing.read_time import read_time
from claims.refreshing.statements import Cause, Found, Statement

Binding = Mapping[str, Mapping[str, str]]
_ITEM = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d{0,11})")
_STATEMENT = re.compile(r"https?://www\.wikidata\.org/entity/statement/[A-Za-z0-9$-]{1,100}")
_RANK = "http://wikiba.se/ontology#"


def read_bindings(answer: bytes) -> list[Binding]:
    """The rows of an answer. Raises ValueError, KeyError or TypeError where it is cut off or none at all."""
    bindings = json.loads(answer)["results"]["bindings"] if answer else None
    if not isinstance(bindings, list):
        raise TypeError("no list of rows")
    for row in bindings:
        if not _STATEMENT.fullmatch(statement_of(row)):
            raise ValueError(f"no address of a statement: {statement_of(row)[:100]!r}")
    return bindings


def statement_of(row: Binding) -> str:
    """The address of the row's statement, by which pages are told."""
    return str(row["statement"]["value"])


def read_answer(query: Query, bindings: Iterable[Binding], found: Found) -> None:
    """Add the statements of an answer to ``found``, and count those that make no fact."""
    for _, group in groupby(bindings, statement_of):
        read = {_read_row(query, row, found) for row in group}
        if len(read) > 1:
            read = {Cause.SEVERAL_TIMES}
        (result,) = read
        if isinstance(result, Cause):
            found.dropped[result] += 1
        else:
            found.statements.append(result)


def _read_row(query: Query, row: Binding, found: Found) -> Statement | Cause:
    rank = _text(row, "rank").removeprefix(_RANK)
    if rank == "DeprecatedRank":
        return Cause.DEPRECATED
    items = []
    for name in ("subject", "value") if query.value else ("subject",):
        match = _ITEM.fullmatch(_text(row, name))
        if match is None:
            return Cause.UNKNOWN_VALUE
        label = " ".join(_text(row, f"{name}Label").split())
        if not label:
            return Cause.NO_LABEL
        items.append(match.group(1))
        found.labels[match.group(1)] = label
    times = frame_times(query, _time(row, "start"), _time(row, "end"))
    if isinstance(times, Cause):
        return Cause.UNKNOWN_VALUE if times is Cause.NO_START and query.times is Times.VALUE else times
    value = items[1] if query.value else ""
    return Statement(statement_of(row), rank == "PreferredRank", items[0], value, *times)


def _time(row: Binding, name: str) -> Time:
    text, precision = _text(row, name), _text(row, f"{name}Precision")
    if not text:
        return Cause.UNKNOWN_VALUE if _text(row, f"{name}Unknown") == "true" else None
    return read_time(text, int(precision)) if precision.isascii() and precision.isdigit() else Cause.NO_DATE


def _text(row: Binding, name: str) -> str:
    cell: Any = row.get(name, {})
    return str(cell.get("value", "")) if cell.get("type") != "bnode" else ""
