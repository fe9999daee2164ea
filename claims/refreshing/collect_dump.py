"""A dump -> what its statements say, as the queries of some templates would have found it.

Three passes: one for the classes, one for the statements, one for the names of the items in them. What is
kept between them is what the templates select, so that memory does not grow with the size of the dump.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from claims.refreshing.read_dump import read_dump
from claims.refreshing.read_entity import Entity
from claims.refreshing.read_lines import Needles, parse_line, read_lines
from claims.refreshing.read_templates import Query, Template
from claims.refreshing.select_statements import select_statements
from claims.refreshing.statements import Cause, Found, Statement
from claims.refreshing.survey_dump import Survey, survey_dump


def collect_dump(path: Path, templates: Sequence[Template]) -> dict[str, Found]:
    """What each query finds, by its name. Raises DumpError; nothing is given of a dump that is cut off."""
    queries = [query for template in templates for query in template.queries]
    survey = survey_dump(path, queries)
    found = _select(path, queries, survey)
    _name(path, queries, found, survey)
    return found


def _select(path: Path, queries: Sequence[Query], survey: Survey) -> dict[str, Found]:
    found = {query.name: Found() for query in queries}
    for entity in read_lines(read_dump(path), map(_needles, queries), path):
        for query in queries if entity.is_item else ():
            for result in _read(entity, query, survey):
                if isinstance(result, Cause):
                    found[query.name].dropped[result] += 1
                else:
                    found[query.name].statements.append(result)
    return found


def _needles(query: Query) -> Needles:
    """What stands in every line that the query may take: its property, and one of the items it asks for by id."""
    ids = query.target.listed or tuple(value for _name, values in query.item.any_of for value in values)
    return query.property, frozenset(ids)


def _read(entity: Entity, query: Query, survey: Survey) -> list[Statement | Cause]:
    """The statements of one item; one that is badly formed is counted, and does not end hours of work."""
    try:
        return list(select_statements(entity, query, survey))
    except (KeyError, TypeError, ValueError, AttributeError):
        return [Cause.UNREADABLE]


def _name(path: Path, queries: Sequence[Query], found: Mapping[str, Found], survey: Survey) -> None:
    """Give every item its name, and leave out the statements whose value is of no class that is asked for."""
    wanted = {item for one in found.values() for s in one.statements for item in (s.subject, s.value) if item}
    labels: dict[str, str] = {}
    kinds: dict[str, set[str]] = {}
    roots = {root for query in queries for root in query.target.classes}
    for line in read_dump(path):
        if _id(line) not in wanted:
            continue
        entity = parse_line(line, path)
        labels[entity.id] = entity.label
        kinds[entity.id] = {root for root in roots if entity.values("P31") & survey.below[root]}
    for query in queries:
        _finish(query, found[query.name], labels, kinds)


def _id(line: bytes) -> str:
    """The item's id without parsing the line, where it stands near the start as in every dump of Wikidata."""
    start = line.find(b'"id":"', 0, 100)
    if start < 0:
        return parse_line(line, Path("dump")).id
    return line[start + 6 : line.find(b'"', start + 6)].decode("ascii", "replace")


def _finish(query: Query, found: Found, labels: Mapping[str, str], kinds: Mapping[str, set[str]]) -> None:
    kept: list[Statement] = []
    for statement in found.statements:
        value = statement.subject if query.turned else statement.value
        if query.target.classes and not kinds.get(value, set()) & set(query.target.classes):
            continue
        items = [item for item in (statement.subject, statement.value) if item]
        if all(labels.get(item) for item in items):
            kept.append(statement)
            found.labels |= {item: labels[item] for item in items}
        else:
            found.dropped[Cause.NO_LABEL] += 1
    found.statements = kept
