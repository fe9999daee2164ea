"""An item of a dump -> its statements that a query would have found."""

from collections.abc import Iterator, Mapping
from typing import Any

from claims.refreshing.frame_times import Time, frame_times
from claims.refreshing.read_entity import END, Entity, qualifier_times, read_item, read_snak_time
from claims.refreshing.read_templates import Query, Times
from claims.refreshing.statements import Cause, Rank, Statement
from claims.refreshing.survey_dump import Survey


def select_statements(entity: Entity, query: Query, survey: Survey) -> Iterator[Statement | Cause]:
    """The statements, and for those that the query would have found and that make no fact why they make none."""
    statements = entity.statements(query.property)
    if not statements or not fits_item(entity, query, survey):
        return
    for statement in statements:
        value = read_item(statement["mainsnak"]) if query.value else None
        if value is not None and not fits_target(value, query, survey):
            continue
        if query.value and value is None and not _asks_nothing(query):
            continue
        yield _read(entity, statement, value, query)


def _read(entity: Entity, statement: Mapping[str, Any], value: str | None, query: Query) -> Statement | Cause:
    if statement.get("rank") == Rank.DEPRECATED:
        return Cause.DEPRECATED
    if query.value and value is None:
        return Cause.UNKNOWN_VALUE
    framed = {frame_times(query, start, end) for start, end in _times(entity, statement, query)}
    if len(framed) > 1:
        return Cause.SEVERAL_TIMES
    (times,) = framed
    if isinstance(times, Cause):
        return times
    subject, other = (value, entity.id) if query.turned else (entity.id, value)
    preferred = statement.get("rank") == Rank.PREFERRED
    return Statement(str(statement.get("id", "")), preferred, subject or "", other or "", *times)


def _times(entity: Entity, statement: Mapping[str, Any], query: Query) -> Iterator[tuple[Time, Time]]:
    if query.times is Times.NONE:
        yield None, None
    elif query.times is Times.QUALIFIERS:
        yield from qualifier_times(statement)
    else:
        start = read_snak_time(statement["mainsnak"]) or Cause.UNKNOWN_VALUE
        ends = [read_snak_time(s["mainsnak"]) for s in entity.best(END)] if query.end else []
        yield from ((start, end) for end in ends or [None])


def _asks_nothing(query: Query) -> bool:
    """Whether a query finds statements whose value is unknown: it does unless it asks something of the value."""
    rule = query.target
    return not (rule.named_by or rule.below or rule.classes or rule.direct or rule.listed)


def fits_item(entity: Entity, query: Query, survey: Survey) -> bool:
    """Whether the query reads the statements of this item."""
    rule = query.item
    return (
        entity.sitelinks >= rule.sitelinks
        and (not rule.classes or _is_of(entity.values("P31"), rule.classes, survey))
        and (not rule.below or any(entity.id in survey.below[root] for root in rule.below))
        and (not rule.any_of or any(entity.values(name) & set(values) for name, values in rule.any_of))
        and all(entity.values(name) & survey.direct[kind] for name, kind in rule.within)
    )


def _is_of(kinds: set[str], roots: tuple[str, ...], survey: Survey) -> bool:
    return any(kinds & survey.below[root] for root in roots)


def fits_target(value: str, query: Query, survey: Survey) -> bool:
    """Whether the query takes this value, as far as the first pass can tell; its classes are looked at later."""
    rule = query.target
    return (
        (not rule.named_by or value in survey.named[rule.of, rule.named_by])
        and (not rule.below or value in survey.below[rule.below])
        and (not rule.direct or value in survey.direct[rule.direct])
        and (not rule.listed or value in rule.listed)
    )
