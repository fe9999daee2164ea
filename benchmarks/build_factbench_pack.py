"""Dated facts of ten relations -> rows of a pack, in the predicates of the vocabulary."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from claims.values.names import slug
from write_scratch_home import Row, ScratchPack

LEADER = "title/leader"
Fact = Mapping[str, Any]


def build_factbench_pack(facts: Iterable[Fact]) -> tuple[ScratchPack, dict[str, list[Row]]]:
    """The pack, and the rows that its vocabulary needs beside the project's."""
    pack = ScratchPack()
    pack.add_entity("title", "leader", "leader")
    for fact in facts:
        BUILDERS[fact["relation"]](pack, fact)
    vocabulary: dict[str, list[Row]] = {
        "titles": [(LEADER, "leader")],
        "series": sorted({(row[2], row[2], *[""] * 6) for row in pack.facts if row[1] == "edition_of"}),
    }
    return pack, vocabulary


def plain_name(name: str) -> str:
    """The name without what tells it from namesakes: "Seven (film)" is Seven."""
    return re.sub(r" \([^)]*\)$", "", name)


def _add(pack: ScratchPack, kind: str, name: str) -> str:
    return pack.add_entity(kind, slug(plain_name(name)), plain_name(name))


def _dates(fact: Fact) -> tuple[str, str]:
    return fact["valid_from"], fact["valid_to"]


def _timed(kind: str, predicate: str, which: str = "subject") -> Callable[[ScratchPack, Fact], None]:
    def add(pack: ScratchPack, fact: Fact) -> None:
        pack.add_fact(_add(pack, kind, fact[which]), predicate, valid=_dates(fact))

    return add


def _birth(pack: ScratchPack, fact: Fact) -> None:
    person = _add(pack, "person", fact["subject"])
    place = pack.add_entity("place", slug(fact["object"]), fact["object"], [fact["object"].partition(",")[0]])
    pack.add_fact(person, "born", valid=_dates(fact))
    pack.add_fact(person, "born_in", place)


def _held(kinds: tuple[str, str], predicate: str, point: bool = False) -> Callable[[ScratchPack, Fact], None]:
    def add(pack: ScratchPack, fact: Fact) -> None:
        one, other = _add(pack, kinds[0], fact["subject"]), _add(pack, kinds[1], fact["object"])
        first, last = _dates(fact)
        pack.add_fact(one, predicate, other, (first, "" if point else last), "2014-12" if point else "")

    return add


def _leader(pack: ScratchPack, fact: Fact) -> None:
    country, person = _add(pack, "country", fact["object"]), _add(pack, "person", fact["subject"])
    office = pack.add_entity("office", f"leader-of-{slug(fact['object'])}", f"leader of {fact['object']}")
    pack.add_fact(office, "office_title", LEADER)
    pack.add_fact(office, "office_of", country)
    pack.add_fact(office, "held_by", person, _dates(fact))


def _award(pack: ScratchPack, fact: Fact) -> None:
    person, series, year = (
        _add(pack, "person", fact["subject"]),
        _add(pack, "series", fact["object"]),
        fact["valid_from"][:4],
    )
    name = f"{year} {fact['object']}"
    edition = pack.add_entity("edition", slug(name), name)
    pack.add_fact(edition, "edition_of", series)
    pack.add_fact(edition, "edition_year", year)
    pack.add_fact(edition, "won_by", person)


BUILDERS: dict[str, Callable[[ScratchPack, Fact], None]] = {
    "birth": _birth,
    "death": _timed("person", "died"),
    "foundationPlace": _timed("org", "founded"),
    "publicationDate": _timed("work", "published", "object"),
    "starring": _timed("work", "released"),
    "leader": _leader,
    "award": _award,
    "nbateam": _held(("person", "org"), "played_for"),
    "spouse": _held(("person", "person"), "married_to"),
    "subsidiary": _held(("org", "org"), "acquired", point=True),
}
