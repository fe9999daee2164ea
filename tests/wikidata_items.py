"""A small part of Wikidata, once as a graph in its RDF shape and once as lines of its JSON dump.

Both are written from one list of items, as Wikidata writes both from its database: statement nodes with rank,
qualifiers and value nodes on one side, snaks on the other.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256

SOME, NONE = "somevalue", "novalue"
PREFERRED, NORMAL, DEPRECATED = "preferred", "normal", "deprecated"
TIME_PROPERTIES = {"P580", "P582", "P585", "P569", "P570", "P571"}
PREFIXES = """@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wds: <http://www.wikidata.org/entity/statement/> .
@prefix wdv: <http://www.wikidata.org/value/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wdno: <http://www.wikidata.org/prop/novalue/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix psv: <http://www.wikidata.org/prop/statement/value/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@dataclass
class S:
    """A statement: property, value (an item, a time or SOME), qualifiers, rank."""

    property: str
    value: str
    qualifiers: dict[str, str] = field(default_factory=dict)
    rank: str = NORMAL


@dataclass
class I:  # noqa: E742 - an item, of which there are many in a row
    """An item with its label, its statements and the number of its sitelinks."""

    id: str
    label: str
    statements: list[S]
    sitelinks: int = 5
    language: str = "en"


def term(start: str, end: str = "") -> dict[str, str]:
    return {"P580": start, **({"P582": end} if end else {})}


CLASSES = [
    I("Q3624078", "sovereign state", []),
    I("Q5", "human", []),
    I("Q83307", "minister", []),
    I("Q7330070", "foreign minister", [S("P279", "Q83307")]),
    I("Q484652", "international organization", []),
    I("Q245065", "intergovernmental organization", [S("P279", "Q484652")]),
    I("Q159821", "Summer Olympics", []),
    I("Q82414", "Winter Olympics", []),
    I("Q19317", "FIFA World Cup", []),
    I("Q1072326", "summit", []),
    I("Q198", "war", []),
    I("Q40231", "election", []),
    I("Q858439", "presidential election", [S("P279", "Q40231")]),
    I("Q4830453", "business", []),
    I("Q891723", "public company", [S("P279", "Q4830453")]),
]
STATES = [
    I(
        "Q159",
        "Russia",
        [S("P31", "Q3624078"), S("P1906", "Q218295"), S("P463", "Q1065", term("1945-10-24"))],
    ),
    I("Q142", "France", [S("P31", "Q3624078"), S("P1906", "Q191954"), S("P463", "Q458", term("1958-01-01"))]),
    I("Q212", "Ukraine", [S("P31", "Q3624078"), S("P463", "Q1065", {"P580": SOME})]),
    I("Q148", "China", [S("P31", "Q3624078")]),
    I("Q710", "Kiribati", [S("P31", "Q3624078"), S("P1906", "Q900001"), S("P1313", "Q900001")]),
    I("Q145", "United Kingdom", [S("P31", "Q3624078"), S("P463", "Q458", term("1973-01-01", "2020-01-31"))]),
    I("Q1065", "United Nations", [S("P31", "Q245065")]),
    I("Q458", "European Union", [S("P31", "Q245065")]),
]
OFFICES = [
    I("Q218295", "President of Russia", []),
    I("Q191954", "President of France", []),
    I("Q900001", "President of Kiribati", []),
    I("Q900002", "Foreign Minister of France", [S("P279", "Q7330070"), S("P1001", "Q142")]),
]
PEOPLE = [
    I(
        "Q7747",
        "Vladimir Putin",
        [
            S("P31", "Q5"),
            S("P39", "Q218295", term("2000-05-07", "2008-05-07")),
            S("P39", "Q218295", term("2012-05-07"), PREFERRED),
            S("P39", "Q218295", term("2012"), NORMAL),
            S("P39", "Q218295", term("1991-07-10", "1999-12-31"), DEPRECATED),
            S("P569", "1952-10-07"),
            S("P569", "1952"),
            S("P19", "Q656"),
        ],
        sitelinks=200,
    ),
    I("Q23530", "Dmitry Medvedev", [S("P31", "Q5"), S("P39", "Q218295", term("2008-05-07", "2012-05-07"))]),
    I("Q34453", "Boris Yeltsin", [S("P31", "Q5"), S("P39", "Q218295", term("1991-07-10"))]),
    I("Q3052772", "Emmanuel Macron", [S("P31", "Q5"), S("P39", "Q191954", term("2017-05-14"))]),
    I("Q157", "François Hollande", [S("P31", "Q5"), S("P39", "Q191954", term("2012-05", SOME))]),
    I("Q900003", "Taneti Maamau", [S("P31", "Q5"), S("P39", "Q900001", term("2016-03-11"))], language="mul"),
    I("Q900004", "", [S("P31", "Q5"), S("P39", "Q900001", term("2003-07-10", "2016-03-11"))]),
    I("Q900005", "Jean Example", [S("P31", "Q5"), S("P39", "Q900002", term("2022-05-20", "2024-01-11"))]),
    I("Q1048", "Julius Caesar", [S("P31", "Q5"), S("P569", "-0099-07-12")], sitelinks=200),
    I("Q900006", "Old Painter", [S("P31", "Q5"), S("P569", "1480~8"), S("P570", "1532")], sitelinks=150),
    I("Q900007", "Ann Example", [S("P31", "Q5"), S("P569", SOME), S("P570", "1931-04")], sitelinks=150),
    I("Q900008", "John Smith", [S("P31", "Q5"), S("P569", "1931-04-02")], sitelinks=150),
    I("Q900009", "John Smith", [S("P31", "Q5"), S("P569", "1952-04-02")], sitelinks=150),
    I("Q900010", "Two Faced", [S("P31", "Q5"), S("P569", "1931"), S("P569", "1932")], sitelinks=150),
    I("Q900011", "Little Known", [S("P31", "Q5"), S("P569", "1931")], sitelinks=3),
]
EVENTS = [
    I(
        "Q9680",
        "2022 Winter Olympics",
        [
            S("P31", "Q82414"),
            S("P580", "2022-02-04"),
            S("P582", "2022-02-20"),
            S("P276", "Q956"),
            S("P17", "Q148"),
        ],
    ),
    I(
        "Q284163",
        "2022 FIFA World Cup",
        [S("P3450", "Q19317"), S("P580", "2022-11-20"), S("P582", "2022-12-18")],
    ),
    I("Q900012", "2042 FIFA World Cup", [S("P3450", "Q19317"), S("P585", "2042")]),
    I("Q900013", "Winter Games without a year", [S("P31", "Q82414")]),
    I("Q900014", "2022 SCO summit", [S("P31", "Q1072326"), S("P585", "2022-09-15"), S("P276", "Q5753")]),
    I(
        "Q110999040",
        "Russian invasion of Ukraine",
        [S("P31", "Q198"), S("P580", "2022-02-24"), S("P710", "Q159"), S("P710", "Q212"), S("P17", "Q212")],
    ),
    I(
        "Q900015",
        "2022 French presidential election",
        [
            S("P31", "Q858439"),
            S("P1001", "Q142"),
            S("P17", "Q142"),
            S("P585", "2022-04-24"),
            S("P991", "Q3052772"),
        ],
    ),
]
PLACES = [I("Q656", "Saint Petersburg", []), I("Q956", "Beijing", []), I("Q5753", "Samarkand", [])]
COMPANIES = [
    I("Q900016", "Example Works", [S("P31", "Q891723"), S("P571", "1866"), S("P159", "Q956")], sitelinks=25),
]
ITEMS = [*CLASSES, *STATES, *OFFICES, *PEOPLE, *EVENTS, *PLACES, *COMPANIES]


def statement_id(item: I, number: int) -> str:
    digest = sha256(f"{item.id}/{number}".encode()).hexdigest().upper()
    return f"{item.id}-{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"


def split_time(text: str) -> tuple[str, int]:
    """A time as ``1480~8``, ``1952``, ``1952-10`` or ``1952-10-07`` -> its date padded with 01, and its precision."""
    text, _, precision = text.partition("~")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    parts = digits.split("-")
    padded = "-".join([*parts, "01", "01"][:3])
    return f"{sign}{padded}", int(precision or 8 + len(parts))


# --- the graph ------------------------------------------------------------------------------------------------


def write_graph(items: list[I]) -> str:
    return PREFIXES + "".join(_item_lines(item) for item in items)


def _item_lines(item: I) -> str:
    lines = [f"wd:{item.id} wikibase:sitelinks {item.sitelinks} ."]
    if item.label:
        lines.append(
            f"wd:{item.id} rdfs:label {json.dumps(item.label, ensure_ascii=False)}@{item.language} ."
        )
    best = {s.property for s in item.statements if s.rank == PREFERRED}
    for number, statement in enumerate(item.statements):
        truthy = statement.rank == PREFERRED or (statement.rank == NORMAL and statement.property not in best)
        lines += _statement_lines(item, f"wds:{statement_id(item, number)}", statement, truthy)
    return "\n".join(lines) + "\n"


def _statement_lines(item: I, node: str, s: S, truthy: bool) -> list[str]:
    rank = f"{s.rank.capitalize()}Rank"
    lines = [f"wd:{item.id} p:{s.property} {node} .", f"{node} wikibase:rank wikibase:{rank} ."]
    lines += _value_lines(node, s.property, s.value, "ps", "psv")
    if truthy:
        lines.append(f"{node} a wikibase:BestRank .")
        lines += (
            [f"wd:{item.id} wdt:{s.property} {_simple(s.property, s.value)} ."] if s.value != SOME else []
        )
    for name, value in s.qualifiers.items():
        lines += (
            [f"{node} a wdno:{name} ."] if value == NONE else _value_lines(node, name, value, "pq", "pqv")
        )
    return lines


def _simple(name: str, value: str) -> str:
    if value == SOME:
        return "[]"
    return f'"{split_time(value)[0]}T00:00:00Z"^^xsd:dateTime' if name in TIME_PROPERTIES else f"wd:{value}"


def _value_lines(node: str, name: str, value: str, simple: str, full: str) -> list[str]:
    lines = [f"{node} {simple}:{name} {_simple(name, value)} ."]
    if name in TIME_PROPERTIES and value != SOME:
        key = f"wdv:{sha256(value.encode()).hexdigest()[:32]}"
        lines.append(
            f"{node} {full}:{name} {key} . {key} a wikibase:TimeValue ; wikibase:timeValue {_simple(name, value)} ; "
            f"wikibase:timePrecision {split_time(value)[1]} ; wikibase:timeCalendarModel wd:Q1985727 ."
        )
    return lines


# --- the dump -------------------------------------------------------------------------------------------------


def write_dump(items: list[I]) -> bytes:
    lines = [json.dumps(_entity(item), ensure_ascii=False, separators=(",", ":")) for item in items]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _entity(item: I) -> dict:
    claims: dict[str, list] = {}
    for number, s in enumerate(item.statements):
        claims.setdefault(s.property, []).append(_claim(item, number, s))
    label = {item.language: {"language": item.language, "value": item.label}} if item.label else []
    links = {f"w{n}": {"site": f"w{n}", "title": item.label} for n in range(item.sitelinks)}
    return {"type": "item", "id": item.id, "labels": label, "claims": claims or [], "sitelinks": links or []}


def _claim(item: I, number: int, s: S) -> dict:
    key = statement_id(item, number).replace(f"{item.id}-", f"{item.id}$", 1)
    claim = {"mainsnak": _snak(s.property, s.value), "type": "statement", "id": key, "rank": s.rank}
    if s.qualifiers:
        claim["qualifiers"] = {name: [_snak(name, value)] for name, value in s.qualifiers.items()}
    return claim


def _snak(name: str, value: str) -> dict:
    if value in (SOME, NONE):
        return {"snaktype": value, "property": name}
    if name in TIME_PROPERTIES:
        return {
            "snaktype": "value",
            "property": name,
            "datavalue": {"type": "time", "value": _time_value(value)},
        }
    entity = {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}
    return {
        "snaktype": "value",
        "property": name,
        "datavalue": {"type": "wikibase-entityid", "value": entity},
    }


def _time_value(value: str) -> dict:
    """A dump writes the parts that are not known as 00."""
    date, precision = split_time(value)
    year, month, day = date.removeprefix("-").split("-")
    known = (year, month if precision > 9 else "00", day if precision > 10 else "00")
    sign = "-" if date.startswith("-") else "+"
    return {
        "time": f"{sign}{'-'.join(known)}T00:00:00Z",
        "precision": precision,
        "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
    }
