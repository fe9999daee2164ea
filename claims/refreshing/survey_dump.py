"""A first pass over a dump -> the sets of items that the templates' rules speak of."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.refreshing.read_dump import read_dump
from claims.refreshing.read_entity import Entity
from claims.refreshing.read_lines import Needles, read_lines
from claims.refreshing.read_templates import Query

Ids = NDArray[np.int64]
NOTHING: frozenset[str] = frozenset()


@dataclass
class Survey:
    """``below`` has each class with all below it, ``direct`` the items of a class, ``named`` those that
    items of a class name under a property."""

    below: dict[str, set[str]] = field(default_factory=dict)
    direct: dict[str, set[str]] = field(default_factory=dict)
    named: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def survey_dump(path: Path, queries: Sequence[Query]) -> Survey:
    """The sets for some queries. Memory: 16 bytes for each class in the dump, of which there are some millions.

    Raises DumpError.
    """
    roots = {
        root for q in queries for root in (*q.item.classes, *q.item.below, q.target.below, *q.target.classes)
    }
    wanted = {(q.target.of, q.target.named_by) for q in queries if q.target.named_by}
    direct = {kind for q in queries for _name, kind in q.item.within} | {q.target.direct for q in queries}
    survey = Survey(direct={kind: set() for kind in direct - {""}})
    parents, children = array("q"), array("q")
    needles: list[Needles] = [
        (kind, NOTHING) for kind in ("P279", *survey.direct, *(kind for kind, _name in wanted))
    ]
    for entity in read_lines(read_dump(path), needles, path):
        for parent in entity.values("P279") if entity.is_item else ():
            parents.append(int(parent[1:]))
            children.append(int(entity.id[1:]))
        _note(entity, wanted, survey)
    edges = np.array(parents, dtype=np.int64), np.array(children, dtype=np.int64)
    survey.below = {root: _closure(int(root[1:]), *edges) for root in roots - {""}}
    return survey


def _note(entity: Entity, wanted: Iterable[tuple[str, str]], survey: Survey) -> None:
    kinds = entity.values("P31")
    for kind in kinds & survey.direct.keys():
        survey.direct[kind].add(entity.id)
    for kind, name in wanted:
        if kind in kinds:
            survey.named[kind, name] |= entity.values(name)


def _closure(root: int, parents: Ids, children: Ids) -> set[str]:
    """The class and all below it, a level at a time."""
    found = level = np.array([root], dtype=np.int64)
    while level.size:
        level = np.setdiff1d(children[np.isin(parents, level)], found)
        found = np.union1d(found, level)
    return {f"Q{number}" for number in found.tolist()}
