"""The statements of a template -> the rows of a pack."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from claims.errors import RefreshError
from claims.refreshing.name_entities import Identity, Item, name_entities
from claims.refreshing.read_templates import Query, Template
from claims.refreshing.settle_slots import settle_slots
from claims.refreshing.statements import Cause, Found, Statement
from claims.store.find_entities import find_entities
from claims.store.read_predicates import Predicate, read_predicates
from claims.values.names import slug

Row = tuple[str, ...]
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


@dataclass
class Drafted:
    """The rows of a pack before it is written, the new ids in it, and what was left out."""

    template: Template
    day: date
    entities: set[Row] = field(default_factory=set)
    aliases: set[Row] = field(default_factory=set)
    facts: set[Row] = field(default_factory=set)
    items: set[Row] = field(default_factory=set)
    dropped: Counter[Cause] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Settled:
    """What speaks in one template, as (query, statement)."""

    template: Template
    statements: tuple[tuple[Query, Statement], ...]
    dropped: Counter[Cause]


def make_packs(
    found: Mapping[str, Found],
    templates: Sequence[Template],
    store: Path,
    earlier: Mapping[tuple[str, str], str],
    day: date,
) -> list[Drafted]:
    """The packs of several templates, in which one item is one entity. ``found`` is by query name.

    Raises RefreshError where a template has a predicate that the store does not know.
    """
    predicates = read_predicates(store)
    settled = [_settle(template, found, predicates) for template in templates]
    labels = {qid: label for one in found.values() for qid, label in one.labels.items()}
    births = {
        s.subject: s.start for one in settled for query, s in one.statements if query.predicate == "born"
    }
    items = [item for one in settled for query, s in one.statements for item in _items(query, s)]
    identities = name_entities(items, labels, births, store, earlier)
    titles = _titles(settled, labels, store)
    return [_draft(one, identities, labels, titles, predicates, day) for one in settled]


def _settle(template: Template, found: Mapping[str, Found], predicates: Mapping[str, Predicate]) -> _Settled:
    """Statements of one predicate are settled together, whichever query found them."""
    dropped: Counter[Cause] = Counter()
    by_predicate: dict[str, dict[str, tuple[Query, Statement]]] = defaultdict(dict)
    for query in template.queries:
        dropped += found[query.name].dropped
        if query.predicate not in predicates:
            raise RefreshError(f"{template.name}: the store knows no predicate {query.predicate!r}")
        by_predicate[query.predicate] |= {s.id: (query, s) for s in found[query.name].statements}
    kept: list[tuple[Query, Statement]] = []
    for predicate, statements in by_predicate.items():
        kind = predicates[predicate]
        speaking = settle_slots(
            [s for _query, s in statements.values()],
            interval=kind.interval,
            single=kind.single,
            dropped=dropped,
        )
        kept += [statements[s.id] for s in speaking]
    return _Settled(template, tuple(kept), +dropped)


def _items(query: Query, statement: Statement) -> Iterator[Item]:
    yield Item(statement.subject, query.subject)
    if query.value:
        yield Item(statement.value, query.value)


def _titles(settled: Iterable[_Settled], labels: Mapping[str, str], store: Path) -> dict[str, str]:
    """By office the title that stands before " of " in its name, where the store has such a title."""
    wanted = {
        s.subject: f"title/{slug(labels[s.subject].partition(' of ')[0])}"
        for one in settled
        for query, s in one.statements
        if query.titles and " of " in labels[s.subject]
    }
    known = find_entities(store, (), wanted.values()).names
    return {qid: title for qid, title in wanted.items() if title in known}


def _draft(
    settled: _Settled,
    identities: Mapping[Item, Identity],
    labels: Mapping[str, str],
    titles: Mapping[str, str],
    predicates: Mapping[str, Predicate],
    day: date,
) -> Drafted:
    draft = Drafted(settled.template, day, dropped=Counter(settled.dropped))
    years = _years(settled, labels)
    for query, statement in settled.statements:
        if query.predicate == "edition_of" and statement.subject not in years:
            draft.dropped[Cause.NO_YEAR] += 1
            continue
        used = [(item, identities[item]) for item in _items(query, statement)]
        _declare(draft, used, labels)
        subject, value = used[0][1].entity, used[1][1].entity if query.value else ""
        draft.facts.add(
            (subject, query.predicate, value, *_times(statement, predicates[query.predicate], day), "")
        )
        if query.predicate == "edition_of":
            draft.facts.add((subject, "edition_year", years[statement.subject], "", "", "", "", ""))
        if query.titles and statement.subject in titles:
            draft.facts.add((subject, "office_title", titles[statement.subject], "", "", "", "", ""))
        if query.surnames and used[1][1].new:
            draft.aliases.add((value, used[1][1].name.rsplit(maxsplit=1)[-1], "surname"))
    return draft


def _declare(draft: Drafted, used: Iterable[tuple[Item, Identity]], labels: Mapping[str, str]) -> None:
    """An entity that no other pack declares stands in the pack; a changed name is a further one."""
    for item, identity in used:
        if not identity.new:
            continue
        kind = identity.entity.partition("/")[0]
        draft.entities.add((identity.entity, kind, identity.name))
        draft.items.add((item.qid, kind, identity.entity))
        if labels[item.qid] != identity.name:
            draft.aliases.add((identity.entity, labels[item.qid], "variant"))


def _times(statement: Statement, predicate: Predicate, day: date) -> tuple[str, str, str, str]:
    """valid_from, valid_to, as_of and status: what is open was so when it was asked, what is to come is planned."""
    is_open = not statement.end and (predicate.interval or bool(statement.start))
    status = "scheduled" if statement.start > day.isoformat()[: len(statement.start)] else ""
    return statement.start, statement.end, day.isoformat() if is_open else "", status


def _years(settled: _Settled, labels: Mapping[str, str]) -> dict[str, str]:
    """By edition the one year in its name, else the year it took place."""
    years = {
        s.subject: s.start[:4]
        for query, s in settled.statements
        if query.predicate == "took_place" and s.start
    }
    for query, statement in settled.statements:
        named = set(_YEAR.findall(labels[statement.subject])) if query.predicate == "edition_of" else set()
        if len(named) == 1:
            years[statement.subject] = named.pop()
    return years
