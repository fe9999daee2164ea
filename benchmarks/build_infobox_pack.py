"""An infobox -> rows of a pack, for the keys that stand for a predicate of the vocabulary (``infobox_keys.csv``)."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from claims.records import Interval
from claims.store.predicates import Predicate
from claims.values.names import slug
from claims.values.quantities.convert import convert
from claims.values.quantities.find_quantities import find_quantities
from claims.values.quantities.mention import Kind
from claims.values.times import find_times
from write_scratch_home import ScratchPack

KEYS = Path(__file__).with_name("infobox_keys.csv")
AS_OF = "2019-12"
MEANT = "Subject of this infobox"
"""Why no namesake of the subject is meant: every sentence is about the infobox."""
ALIAS = "alias"
"""What the table of keys has for other names of the subject."""
PLACE_OF = {"born": "born_in", "died": "died_in"}
"""Predicates whose value in an infobox also holds a place, and that of the place."""
RANGES = ("active", "military_service", "recorded", "took_place")
"""Predicates whose times have two ends in an infobox, and of which one value may hold several."""
PLACE = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)*(?:, [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)*)*\s*$")
SPAN = re.compile(r"(\d{4})\s*[-–]\s*(\d{4}|\d\d(?!\d|\s*[A-Za-z])|present)")
UNITS = {"km2": "km2", "km": "km", "m": "m", "minutes": "minute", "kg": "kg", "years": "year"}
"""Units of predicates -> the unit a value is converted to; numbers of other units stand as they are."""
CLOCK = re.compile(r"(?:(\d+)\s*:\s*)?(\d{1,3})\s*:\s*(\d\d)(?!\d)")
SPELLED = (("sq mi", "square miles"), ("sq km", "square kilometres"), ("km 2", "km2"), ("lbs", "pounds"))
"""What infoboxes write of units, and what prose does."""
DOTTED = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3}){2,}(?![\d.])")
"""Thousands parted by dots: "20.439.541"."""
COUNTED = re.compile(r"\s*(\d[\d,]*)")


def build_infobox_pack(
    subject: str, rows: Sequence[Sequence[str]], predicates: Mapping[str, Predicate]
) -> ScratchPack:
    """The pack; keys without a predicate and values that cannot be read are left out."""
    pack = ScratchPack()
    names: list[str] = []
    marriages = 0
    for _subject, key, value in rows:
        for name in _keys().get(plain_key(key), ()):
            predicate = predicates.get(name)
            if name == ALIAS:
                names += [part.strip() for part in re.split(r"[,;]", re.sub(r"\([^)]*\)", "", value))]
            elif predicate:
                _add(pack, subject, predicate, value, predicates)
            marriages += name == "married_to"
    told = {plain_key(key): value for _subject, key, value in rows}
    if "highest point" in told and "highest elevation" in told:
        _add(pack, told["highest point"].strip(), predicates["height"], told["highest elevation"], predicates)
    if marriages:
        _add(pack, subject, predicates["marriages"], str(marriages), predicates)
    _name(pack, subject, names)
    return pack


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    with KEYS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            keys[row["key"]] = (*keys.get(row["key"], ()), row["predicate"])
    return keys


def plain_key(key: str) -> str:
    """A key without its colon, its year and its plural in brackets, in small letters."""
    return " ".join(re.sub(r"\([^)]*\)", "", key).replace(":", " ").replace("•", " ").casefold().split())


def _add(
    pack: ScratchPack, name: str, predicate: Predicate, value: str, predicates: Mapping[str, Predicate]
) -> None:
    as_of = AS_OF if predicate.interval else ""
    if predicate.value_kind == "time":
        times = list(_times(value, ranges=predicate.name in RANGES))
        for start, end in times:
            pack.add_fact(
                _subject(pack, name, predicate),
                predicate.name,
                valid=(start, end),
                as_of=as_of if not end else "",
            )
        place = PLACE.search(re.sub(r"\([^)]*\)", " ", value))
        other = predicates.get(PLACE_OF.get(predicate.name, ""))
        if place and other:
            pack.add_fact(_subject(pack, name, predicate), other.name, _place(pack, place.group().strip()))
    elif predicate.value_kind == "number":
        number = read_number(value, predicate.unit)
        if number:
            pack.add_fact(_subject(pack, name, predicate), predicate.name, number, as_of=as_of)
    elif predicate.policy == "mutual":
        _add_spouses(pack, _subject(pack, name, predicate), predicate, value)
    elif predicate.value_kind == "entity":
        pack.add_fact(
            _subject(pack, name, predicate), predicate.name, _entity(pack, value, predicate), as_of=as_of
        )
    elif value.strip():
        pack.add_fact(_subject(pack, name, predicate), predicate.name, value.strip(), as_of=as_of)


def _subject(pack: ScratchPack, name: str, predicate: Predicate) -> str:
    return pack.add_entity(predicate.subject_kind, slug(name), name)


def _name(pack: ScratchPack, name: str, others: Sequence[str]) -> None:
    """Everything that the sentences may call the subject, and that nobody else is meant by it."""
    for entity, kind, known in list(pack.entities):
        if known != name:
            continue
        pack.add_fact(entity, "sole_bearer", MEANT)
        plain = re.sub(r"\([^)]*\)", "", name).strip()
        for other in (plain, plain.partition(",")[0], plain.removeprefix("The "), *_parts(plain), *others):
            if len(other) > 2 and other != name:
                pack.aliases[entity, other, "variant"] = None
        if kind == "person" and " " in plain:
            for part in (plain.split()[0], plain.split()[-1]):
                if len(part) > 2 and part[0].isupper():
                    pack.aliases[entity, part, "short"] = None


def _parts(name: str) -> Iterator[str]:
    """The names that an infobox runs together: "River CityMunicipality of River City", "Sir   Jane Roe   OBE", "Roe / Coe"."""
    yield from (part for part in re.split(r"\s{2,}|\s[-/]\s", name) if " " in part)
    joint = re.search(r"(?<=[a-z]{4})(?=[A-Z])", name)
    if joint:
        yield name[: joint.start()]


def _times(value: str, *, ranges: bool) -> Iterator[tuple[str, str]]:
    """The first day or year in a value, which may also stand in it as numbers in brackets; of ``ranges`` all, with both ends."""
    if ranges:
        plain = re.sub(r"\([^)]*\)", " ", value)
        spans = list(SPAN.finditer(plain))
        yield from (_ends(span) for span in spans)
        if spans:
            yield from ((year, year) for year in re.findall(r"(?<![\d–-])\b(\d{4})\b(?!\s*[-–])", plain))
            return
    iso = re.search(r"\(\s*(\d{4}-\d\d-\d\d)\s*\)", value)
    if iso:
        yield iso[1], iso[1]
        return
    years = SPAN.match(value.strip())
    if years:
        yield _ends(years)
        return
    readings = [reading for time in find_times(value, None) for reading in time.readings[:1]]
    known = [_written(reading) for reading in readings if reading.start and reading.end]
    if ranges and len(known) > 1:
        yield min(known)[0], max(end for _start, end in known)
    else:
        yield from known[:1]


def _ends(span: re.Match[str]) -> tuple[str, str]:
    """The years of "1894-95" and of "1990-present"."""
    start, end = span[1], span[2]
    end = start[:2] + end if len(end) == 2 else end
    return start, "" if end == "present" else max(start, end)


def _written(reading: Interval) -> tuple[str, str]:
    assert reading.start
    assert reading.end
    start, end = reading.start, reading.end
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year), str(start.year)
    return start.isoformat(), end.isoformat()


def _add_spouses(pack: ScratchPack, person: str, predicate: Predicate, value: str) -> None:
    """Whom somebody was married to and from when until when: "Jane Roe (m. 1980; div. 1990), ..."."""
    for written, told in re.findall(r"([^(),][^()]*?)\s*,?\s*\(([^()]*)\)", value) or [(value, "")]:
        years = re.findall(r"\d{4}", told)
        name = written.strip(" ,")
        if not name or not name[0].isupper():
            continue
        spouse = pack.add_entity("person", slug(name), name, [name.rpartition(" ")[2]])
        lasted = len(years) < 2
        valid = (years[0] if years else "", "" if lasted else years[1])
        pack.add_fact(person, predicate.name, spouse, valid=valid, as_of=AS_OF if lasted else "")


def _place(pack: ScratchPack, text: str) -> str:
    """A place with its first part as another name, and its last part as the country."""
    parts = text.split(", ")
    place = pack.add_entity("place", slug(text), text, parts[:1])
    if len(parts) > 1:
        country = pack.add_entity("country", slug(parts[-1]), parts[-1])
        pack.add_fact(place, "in_country", country)
    return place


def _entity(pack: ScratchPack, value: str, predicate: Predicate) -> str:
    if predicate.name == "country_of_origin":
        return pack.add_entity("country", slug(value), value.strip())
    if predicate.policy == "place":
        return _place(pack, value.strip())
    return pack.add_entity("person", slug(value), value.strip())


def read_number(value: str, unit: str) -> str:
    """The first number of a value in a predicate's unit; empty where there is none."""
    wanted = UNITS.get(unit)
    if wanted == "minute" and (clock := CLOCK.search(value)):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return f"{hours * 60 + minutes + seconds / 60:.1f}".removesuffix(".0")
    for written, spoken in SPELLED:
        value = value.replace(written, spoken)
    value = DOTTED.sub(lambda found: found.group().replace(".", ","), value)
    if unit == "per_km2":
        return _density(value)
    counted = COUNTED.match(value)
    for found in find_quantities(value):
        if wanted is None and found.kind in _KINDS.get(unit, (Kind.CARDINAL, Kind.COUNT)):
            return _plain(found.stated[0])
        if wanted and found.unit:
            try:
                return _plain(convert(found.stated[0], found.unit, wanted))
            except ValueError:
                continue
    return (
        _plain(float(counted[1].replace(",", "")))
        if counted and wanted is None and unit not in _KINDS
        else ""
    )


def _density(value: str) -> str:
    """People to the square kilometre, from "1,100/square kilometres"."""
    found = re.search(
        r"([\d,]+(?:\.\d+)?)\s*/\s*(square kilometres|km2|square miles)", value.replace("km 2", "km2")
    )
    if found is None:
        return ""
    area = convert(1.0, "mile2", "km2") if found[2] == "square miles" else 1.0
    return _plain(float(found[1].replace(",", "")) / area)


_KINDS = {"USD": (Kind.CURRENCY,), "percent": (Kind.PERCENT,)}


def _plain(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
