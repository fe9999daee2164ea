"""An infobox -> rows of a pack, for the keys that stand for a predicate of the vocabulary (``infobox_keys.csv``)."""

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from claims.records import Interval
from claims.store.predicates import Predicate
from claims.values.names import slug
from claims.values.times import find_times
from write_scratch_home import ScratchPack

KEYS = Path(__file__).with_name("infobox_keys.csv")
AS_OF = "2019-12"
MEANT = "Subject of this infobox"
"""An office that tells that no namesake of the person is meant, as every sentence is about the infobox."""
PLACE_OF = {"born": "born_in", "died": "died_in"}
"""Predicates whose value in an infobox also holds a place, and that of the place."""
PLACE = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)*(?:, [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)*)*\s*$")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?: (?:million|billion))?")
SCALES = {"million": 1e6, "billion": 1e9}
METRIC = {"km2": "km", "km": "km", "m": "m", "minutes": "min"}
"""Units that a number must be followed by; predicates of other units take it as it stands."""


def build_infobox_pack(
    subject: str, rows: Sequence[Sequence[str]], predicates: Mapping[str, Predicate]
) -> ScratchPack:
    """The pack; keys without a predicate and values that cannot be read are left out."""
    with KEYS.open(encoding="utf-8", newline="") as file:
        keys = {row["key"]: row["predicate"] for row in csv.DictReader(file)}
    pack = ScratchPack()
    for _subject, key, value in rows:
        predicate = predicates.get(keys.get(key.strip().casefold(), ""))
        if predicate:
            _add(pack, subject, predicate, value, predicates)
    return pack


def _add(
    pack: ScratchPack, name: str, predicate: Predicate, value: str, predicates: Mapping[str, Predicate]
) -> None:
    subject = _subject(pack, name, predicate)
    as_of = AS_OF if predicate.interval else ""
    if predicate.value_kind == "time":
        times = _times(value)
        if times:
            pack.add_fact(subject, predicate.name, valid=times, as_of=as_of)
        place = PLACE.search(re.sub(r"\([^)]*\)", " ", value))
        other = predicates.get(PLACE_OF.get(predicate.name, ""))
        if place and other:
            pack.add_fact(subject, other.name, _place(pack, place.group().strip()))
    elif predicate.value_kind == "number":
        number = _number(value, predicate.unit)
        if number:
            pack.add_fact(subject, predicate.name, number, as_of=as_of)
    elif predicate.value_kind == "entity":
        pack.add_fact(subject, predicate.name, _entity(pack, value, predicate), as_of=as_of)
    elif value.strip():
        pack.add_fact(subject, predicate.name, value.strip(), as_of=as_of)


def _subject(pack: ScratchPack, name: str, predicate: Predicate) -> str:
    subject = pack.add_entity(predicate.subject_kind, slug(name), name)
    if predicate.subject_kind == "person":
        pack.add_fact(pack.add_entity("office", "here", MEANT), "held_by", subject, as_of=AS_OF)
    if predicate.subject_kind == "person" and " " in name:
        pack.aliases[subject, name.rpartition(" ")[2], "surname"] = None
    return subject


def _times(value: str) -> tuple[str, str] | None:
    """The first day or year in a value, which may also stand in it as numbers in brackets."""
    iso = re.search(r"\(\s*(\d{4}-\d\d-\d\d)\s*\)", value)
    if iso:
        return iso[1], iso[1]
    years = re.match(r"\s*(\d{4})\s*[-–]\s*(\d{4}|present)", value)
    if years:
        return years[1], "" if years[2] == "present" else years[2]
    readings = [reading for time in find_times(value, None) for reading in time.readings[:1]]
    known = [_written(reading) for reading in readings if reading.start and reading.end]
    return known[0] if known else None


def _written(reading: Interval) -> tuple[str, str]:
    assert reading.start
    assert reading.end
    return reading.start.isoformat(), reading.end.isoformat()


def _place(pack: ScratchPack, text: str) -> str:
    """A place with its first part as another name, and its last part as the country."""
    parts = text.split(", ")
    place = pack.add_entity("place", slug(text), text, parts[:1])
    if len(parts) > 1:
        country = pack.add_entity("country", slug(parts[-1]), parts[-1])
        pack.add_fact(place, "in_country", country)
    return place


def _entity(pack: ScratchPack, value: str, predicate: Predicate) -> str:
    if predicate.policy == "place":
        return _place(pack, value.strip())
    return pack.add_entity("person", slug(value), value.strip())


def _number(value: str, unit: str) -> str:
    text = re.sub(r"\([^)]*\)", "", value)
    found = NUMBER.search(text)
    wanted = METRIC.get(unit)
    if found is None or (wanted and not re.match(rf"\s?{wanted}", text[found.end() :])):
        return ""
    digits, _space, scale = found.group().partition(" ")
    return f"{float(digits.replace(',', '')) * SCALES.get(scale, 1.0):g}"
