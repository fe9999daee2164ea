"""Wikidata's JSON dump: the same packs as over the network, from a stream that may be cut off anywhere."""

import bz2
import gzip
import json
import tracemalloc
from itertools import count

import pytest

from claims.errors import DumpError
from claims.refreshing.collect_dump import collect_dump
from claims.refreshing.read_dump import read_dump
from claims.refreshing.read_templates import read_templates
from claims.refreshing.statements import Cause
from refreshed import draft, find
from wikidata_items import ITEMS, I, S, term, write_dump, write_graph

PACK = {"plain": bytes, "gz": gzip.compress, "bz2": bz2.compress}
DUMP = write_dump(ITEMS)


def write(folder, content, kind="plain"):
    path = folder / "dump.json"
    path.write_bytes(PACK[kind](content))
    return path


@pytest.fixture(scope="module")
def over_network(small_store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("network")
    return draft(find(ITEMS, folder / "pages"), small_store, folder / "none", folder / "work")


@pytest.mark.parametrize("kind", PACK)
def test_a_dump_gives_the_packs_that_the_endpoint_gives(kind, over_network, small_store, tmp_path):
    from_dump = draft(
        collect_dump(write(tmp_path, DUMP, kind), read_templates()),
        small_store,
        tmp_path / "none",
        tmp_path / "b",
    )
    for name, one in over_network.items():
        assert from_dump[name].dropped == one.dropped, name
        assert from_dump[name].changes == one.changes, name
        for path in one.folder.glob("*.parquet"):
            assert path.read_bytes() == (from_dump[name].folder / path.name).read_bytes(), path
    assert sum(one.facts for one in from_dump.values()) > 30


def test_brackets_and_commas_are_no_part_of_an_entity(tmp_path):
    lines = list(read_dump(write(tmp_path, DUMP)))
    assert [json.loads(line)["id"] for line in lines] == [item.id for item in ITEMS]


def test_lines_without_an_array_are_taken_too(tmp_path):
    lines = b"\n".join(line.rstrip(b",") for line in DUMP.splitlines()[1:-1])
    assert len(list(read_dump(write(tmp_path, lines)))) == len(ITEMS)


def cut(kind, part):
    packed = PACK[kind](DUMP)
    return packed[: int(len(packed) * part)]


@pytest.mark.parametrize("kind", PACK)
@pytest.mark.parametrize("part", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_dump_that_is_cut_off_is_said_to_be(kind, part, tmp_path):
    path = tmp_path / "dump.json"
    path.write_bytes(cut(kind, part))
    with pytest.raises(DumpError, match=r"cut off|no entity"):
        collect_dump(path, read_templates())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"<html>", "no dump of Wikidata"),
        (b"[\n]\n{}", "follows the end"),
        (b'[\n{"id":"Q1","claims":{"P279":[,]}}\n]', "no entity"),
        (b'[\n{"claims":{"P279":[]}}\n]', "no entity"),
    ],
)
def test_what_is_no_dump_is_refused(content, says, tmp_path):
    with pytest.raises(DumpError, match=says):
        collect_dump(write(tmp_path, content), read_templates())


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DumpError, match=r"none\.json"):
        collect_dump(tmp_path / "none.json", read_templates())


def test_an_item_that_is_badly_formed_is_counted_and_passed_over(tmp_path):
    broken = write_dump([I("Q77", "Broken", [S("P31", "Q5"), S("P39", "Q218295", term("2001-02-03"))])])
    line = broken.splitlines()[1].replace(b'"precision":11', b'"precision":"day"')
    content = DUMP.replace(b"[\n", b"[\n" + line + b",\n", 1)
    found = collect_dump(write(tmp_path, content), read_templates(["heads-of-state"]))
    assert found["heads_of_state"].dropped[Cause.UNREADABLE] == 1
    assert len(found["heads_of_state"].statements) == 7


def test_properties_and_empty_maps_of_a_dump_are_no_items(tmp_path):
    other = b'{"type":"property","id":"P31","labels":[],"claims":{"P279":[]},"sitelinks":[]},\n'
    found = collect_dump(write(tmp_path, DUMP.replace(b"[\n", b"[\n" + other, 1)), read_templates())
    assert found["people_born"].statements


def test_a_julian_day_becomes_a_gregorian_one(tmp_path):
    item = I("Q1", "Old Example", [S("P31", "Q5"), S("P569", "1731-02-11")], sitelinks=150)
    content = write_dump([item]).replace(b"Q1985727", b"Q1985786")
    (born,) = collect_dump(write(tmp_path, content), read_templates(["people"]))["people_born"].statements
    assert born.start == "1731-02-22"


def big_dump(path, size):
    """Many items of which few are selected, as in the real dump; gives the number of bytes."""
    filler = write_dump(
        [I("Q{}", "Article {}", [S("P31", "Q13442814"), S("P580", "2001-02-03")], sitelinks=30)]
    )
    line = filler.splitlines()[1].decode()
    written = 0
    with gzip.open(path, "wb", compresslevel=1) as file:
        for part in DUMP.splitlines(keepends=True)[:-2]:
            file.write(part)
        for number in count(10_000_000):
            text = line.replace("{}", str(number)).encode() + b",\n"
            written += file.write(text)
            if written > size:
                break
        file.write(line.replace("{}", "9").encode() + b"\n]\n")
    return written


def peak_of(path):
    templates = read_templates(["heads-of-state", "conflicts"])
    tracemalloc.start()
    try:
        found = collect_dump(path, templates)
        return tracemalloc.get_traced_memory()[1], found
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_memory_does_not_grow_with_the_dump(tmp_path):
    assert big_dump(tmp_path / "small.gz", 2 * 2**20) > 2 * 2**20
    assert big_dump(tmp_path / "large.gz", 50 * 2**20) > 50 * 2**20
    small, few = peak_of(tmp_path / "small.gz")
    large, many = peak_of(tmp_path / "large.gz")
    assert many == few
    assert len(many["heads_of_state"].statements) == 7
    assert large < small + 2**20
    assert large < 8 * 2**20


def test_the_graph_is_in_wikidatas_shape():
    graph = write_graph(
        [I("Q7747", "Vladimir Putin", [S("P39", "Q218295", term("2012-05-07"), "preferred")])]
    )
    for part in (
        "wd:Q7747 p:P39 wds:Q7747-",
        "ps:P39 wd:Q218295 .",
        "wikibase:rank wikibase:PreferredRank .",
        'pq:P580 "2012-05-07T00:00:00Z"^^xsd:dateTime .',
        "pqv:P580 wdv:",
        "wikibase:timePrecision 11 ;",
    ):
        assert part in graph
