"""From the small graph to packs: facts, ids, what is left out, what changes, and putting it all in place."""

from datetime import date

import pyarrow.parquet as pq
import pytest

from claims.errors import PackError
from claims.refreshing.name_entities import Item, name_entities
from claims.refreshing.read_templates import read_templates
from claims.refreshing.statements import Cause
from claims.store.compare_pack import weigh_facts
from claims.store.open import open_store
from claims.store.packs import read_pack
from claims.store.replace_packs import replace_packs
from claims.store.write_pack import write_pack
from refreshed import DAY, build_with, draft, find, shown
from small_home import write_home
from wikidata_items import ITEMS, I, S, term


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return find(ITEMS, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def drafts(found, small_store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafts")
    return draft(found, small_store, folder / "packs", folder / "work")


def test_heads_of_state_have_their_terms(drafts):
    assert shown(drafts["heads-of-state"]) == {
        "added office/president-of-kiribati:held_by:person/taneti-maamau@2016-03-11 [2016-03-11 as of 2026-11-25]",
        "added office/president-of-kiribati:office_of:country/kiribati []",
        "added office/president-of-kiribati:office_title:title/president []",
        "added office/president-of-russia:held_by:person/dmitry-medvedev@2008-05-07 [2008-05-07 to 2012-05-07]",
        "added office/president-of-russia:office_of:country/russia []",
        "added office/president-of-russia:office_title:title/president []",
        "changed office/president-of-france:held_by:person/emmanuel-macron@2017-05-14 [2017-05-14 as of 2026-11-25]",
        "changed office/president-of-russia:held_by:person/vladimir-putin@2012-05-07 [2012-05-07 as of 2026-11-25]",
    }


def test_what_is_left_out_is_counted(drafts):
    assert drafts["heads-of-state"].dropped == {
        Cause.DEPRECATED: 1,
        Cause.NO_LABEL: 1,
        Cause.END_UNKNOWN: 1,
        Cause.END_MISSING: 1,
        Cause.OUTRANKED: 1,
    }
    assert drafts["people"].dropped == {
        Cause.BEFORE_CHRIST: 1,
        Cause.IMPRECISE: 1,
        Cause.UNKNOWN_VALUE: 1,
        Cause.OUTRANKED: 1,
        Cause.DISPUTED: 2,
    }
    assert drafts["memberships"].dropped == {Cause.NO_START: 1}
    assert drafts["editions"].dropped == {Cause.NO_YEAR: 1}


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        (
            "ministers",
            {
                "added office/foreign-minister-of-france:held_by:person/jean-example@2022-05-20 [2022-05-20 to 2024-01-11]",
                "added office/foreign-minister-of-france:office_of:country/france []",
            },
        ),
        (
            "memberships",
            {
                "added country/france:member_of:org/european-union@1958-01-01 [1958-01-01 as of 2026-11-25]",
                "added country/russia:member_of:org/united-nations@1945-10-24 [1945-10-24 as of 2026-11-25]",
                "added country/united-kingdom:member_of:org/european-union@1973-01-01 [1973-01-01 to 2020-01-31]",
            },
        ),
        ("summits", {"added edition/2022-sco-summit:located_in:place/samarkand []"}),
        (
            "conflicts",
            {
                "added event/russian-invasion-of-ukraine:involves:country/russia []",
                "added event/russian-invasion-of-ukraine:involves:country/ukraine []",
                "added event/russian-invasion-of-ukraine:located_in_country:country/ukraine []",
                "changed event/russian-invasion-of-ukraine:took_place@2022-02-24 [2022-02-24 as of 2026-11-25]",
            },
        ),
        (
            "elections",
            {
                "added event/2022-french-presidential-election:located_in_country:country/france []",
                "added event/2022-french-presidential-election:took_place@2022-04-24 [2022-04-24 to 2022-04-24]",
                "added event/2022-french-presidential-election:won_by:person/emmanuel-macron []",
            },
        ),
        (
            "people",
            {
                "added person/ann-example:died@1931-04 [1931-04 to 1931-04]",
                "added person/john-smith-q900008:born@1931-04-02 [1931-04-02 to 1931-04-02]",
                "added person/old-painter:died@1532 [1532 to 1532]",
                "added person/vladimir-putin:born_in:place/saint-petersburg []",
            },
        ),
        (
            "companies",
            {
                "added org/example-works:founded@1866 [1866 to 1866]",
                "added org/example-works:headquartered_in:place/beijing [as of 2026-11-25]",
            },
        ),
    ],
)
def test_each_part_says_what_the_graph_says(drafts, name, changes):
    assert shown(drafts[name]) == changes


def test_an_edition_has_a_year_and_one_to_come_is_scheduled(drafts):
    changes = shown(drafts["editions"])
    assert "added edition/2022-fifa-world-cup:edition_year:2022 []" in changes
    assert "added edition/2042-fifa-world-cup:took_place@2042 [2042 to 2042 scheduled]" in changes
    assert not any("without-a-year" in change for change in changes)


def test_what_contradicts_a_pack_for_good_is_left_out_and_shown(drafts):
    (birth,) = drafts["people"].differing
    assert (birth.fact, birth.before[:10], birth.after[:10]) == (
        "person/vladimir-putin:born@1952-10-08",
        "1952-10-08",
        "1952-10-07",
    )
    assert not any("vladimir-putin:born@" in change for change in shown(drafts["people"]))


def test_a_pack_holds_only_what_is_its_own(drafts):
    folder = drafts["heads-of-state"].folder
    entities = {row["id"]: row["name"] for row in pq.read_table(folder / "entities.parquet").to_pylist()}
    assert entities == {
        "country/kiribati": "Kiribati",
        "office/president-of-kiribati": "President of Kiribati",
        "person/dmitry-medvedev": "Dmitry Medvedev",
        "person/taneti-maamau": "Taneti Maamau",
    }
    aliases = {tuple(row.values()) for row in pq.read_table(folder / "aliases.parquet").to_pylist()}
    assert ("person/dmitry-medvedev", "Medvedev", "surname") in aliases
    items = {row["item"]: row["entity"] for row in pq.read_table(folder / "items.parquet").to_pylist()}
    assert items["Q23530"] == "person/dmitry-medvedev"
    record = read_pack(folder).record
    assert (record.licence, record.accessed, record.newest) == ("CC0-1.0", DAY, DAY)


def test_drafting_twice_gives_the_same_bytes(found, small_store, tmp_path, drafts):
    again = draft(found, small_store, tmp_path / "packs", tmp_path / "work")
    for name, one in again.items():
        for path in one.folder.iterdir():
            assert path.read_bytes() == (drafts[name].folder / path.name).read_bytes(), path


@pytest.fixture
def place(tmp_path, small_store):
    """A home, a folder for the user's packs, and a way to put drafts there and build."""
    home, added = write_home(tmp_path / "home"), tmp_path / "added"

    def put(drafts):
        path = tmp_path / "facts.duckdb"
        replace_packs([one.folder for one in drafts.values()], added, lambda: build_with(home, added, path))
        return path

    return home, added, put


def test_a_store_is_built_with_the_packs_in_place(drafts, place):
    _home, _added, put = place
    with open_store(put(drafts)) as store:
        (term_,) = store.facts("office/president-of-kiribati", "held_by")
        assert (term_.value, term_.as_of, term_.source) == (
            "person/taneti-maamau",
            DAY,
            "wikidata-heads-of-government",
        )
        newer = store.facts("office/president-of-france", "held_by")
        assert [f.as_of for f in newer] == [DAY]
        assert store.facts("edition/2042-fifa-world-cup", "took_place")[0].status == "scheduled"
        assert [s.entity for s in store.names.senses("medvedev")] == ["person/dmitry-medvedev"]


def test_a_second_refresh_of_the_same_changes_nothing(found, drafts, place, tmp_path):
    _home, added, put = place
    store = put(drafts)
    again = draft(found, store, added, tmp_path / "again")
    assert {name: shown(one) for name, one in again.items() if one.changes} == {}
    assert {name: one.facts for name, one in again.items()} == {
        name: one.facts for name, one in drafts.items()
    }
    assert {path.name for path in added.iterdir()} == {one.folder.name for one in drafts.values()}


def test_new_changed_and_gone_facts_are_told_apart(drafts, place, tmp_path):
    _home, added, put = place
    store = put(drafts)
    changed = [i for i in ITEMS if i.id not in ("Q23530", "Q900003")]
    changed.append(
        I("Q900003", "Taneti Maamau", [S("P31", "Q5"), S("P39", "Q900001", term("2016-03-11", "2026-11-01"))])
    )
    changed.append(I("Q900020", "Ann New", [S("P31", "Q5"), S("P39", "Q900001", term("2026-11-01"))]))
    only = ("heads-of-state",)
    later = draft(
        find(changed, tmp_path / "pages", only), store, added, tmp_path / "later", only, date(2026, 12, 1)
    )
    changes = {
        (c.kind, c.fact.partition(":held_by:")[2]): (c.before, c.after)
        for c in later["heads-of-state"].changes
    }
    assert changes["added", "person/ann-new@2026-11-01"] == ("", "2026-11-01 as of 2026-12-01")
    assert changes["removed", "person/dmitry-medvedev@2008-05-07"] == ("2008-05-07 to 2012-05-07", "")
    assert changes["changed", "person/taneti-maamau@2016-03-11"] == (
        "2016-03-11 as of 2026-11-25",
        "2016-03-11 to 2026-11-01",
    )


def test_an_entity_keeps_its_id_when_its_name_changes(drafts, place, tmp_path):
    _home, added, put = place
    store = put(drafts)
    renamed = [i for i in ITEMS if i.id != "Q900003"]
    renamed.append(
        I("Q900003", "Taneti Maamau Mwemweata", [S("P31", "Q5"), S("P39", "Q900001", term("2016-03-11"))])
    )
    only = ("heads-of-state",)
    later = draft(find(renamed, tmp_path / "pages", only), store, added, tmp_path / "later", only)[
        "heads-of-state"
    ]
    assert shown(later) == set()
    aliases = pq.read_table(later.folder / "aliases.parquet").to_pylist()
    assert {
        "entity": "person/taneti-maamau",
        "alias": "Taneti Maamau Mwemweata",
        "kind": "variant",
    } in aliases
    with open_store(put({**drafts, "heads-of-state": later})) as opened:
        assert opened.name("person/taneti-maamau") == "Taneti Maamau"


def contents(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_where_the_store_cannot_be_built_the_old_packs_are_back(drafts, place):
    _home, added, put = place
    put({"people": drafts["people"]})
    before = contents(added)

    def fail():
        assert (added / "wikidata-companies").exists()
        raise PackError("no")

    with pytest.raises(PackError, match="no"):
        replace_packs([one.folder for one in drafts.values()], added, fail)
    assert contents(added) == before
    assert [path.name for path in added.iterdir()] == ["wikidata-people"]


def test_an_interrupt_leaves_the_old_packs(drafts, place):
    _home, added, put = place
    put({"people": drafts["people"]})
    before = contents(added)

    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_packs([drafts["companies"].folder, drafts["people"].folder], added, stop)
    assert contents(added) == before


def test_a_pack_that_a_killed_process_left_aside_is_put_back(drafts, place):
    _home, added, put = place
    put({"people": drafts["people"]})
    before = contents(added)
    (added / "wikidata-people").rename(added / ".wikidata-people.old")

    def fail():
        raise PackError("no")

    with pytest.raises(PackError):
        replace_packs([drafts["people"].folder], added, fail)
    assert contents(added) == before


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ([("person/nobody", "born", "", "1950", "1950", "", "", "")], "an entity 'person/nobody'"),
        ([("person/john-smith", "liked", "", "1950", "1950", "", "", "")], "a predicate 'liked'"),
        ([("person/john-smith", "born", "", "1950-13", "", "", "", "")], "no date"),
        ([("person/john-smith", "born", "", "1950", "1940", "", "", "")], "ends before it starts"),
    ],
)
def test_a_draft_is_checked_as_every_pack_is(small_store, tmp_path, facts, says):
    record = {"title": '"T"', "producer": '"P"', "licence": '"L"', "accessed": "2026-11-25"}
    with pytest.raises(PackError, match=says):
        write_pack(tmp_path / "x", {"facts": facts}, [], record, small_store)


MACRON = ("office/president-of-france", "held_by", "person/emmanuel-macron")
PUTIN = ("office/president-of-russia", "held_by", "person/vladimir-putin")


@pytest.mark.parametrize(
    ("fact", "verdict"),
    [
        ((*MACRON, "2017-05-14", "", "2026-11-25"), "new"),  # newer than the store's as-of
        ((*MACRON, "2017", "", "2026-11-25"), "new 2017-05-14"),  # takes the more precise start
        ((*MACRON, "2017-05-14", "", "2025-11-25"), "known"),  # older
        ((*MACRON, "2017-05-14", "2026-06-01", ""), "new"),  # it has ended since
        ((*MACRON, "2017-05-14", "2022-05-14", ""), "differs"),  # the store knows it went on
        ((*PUTIN, "2000", "2008", ""), "known"),  # the store is more precise
        ((*PUTIN, "2000-05-07", "2004-05-07", ""), "differs"),
        ((*PUTIN, "2000-05-07", "", "2026-11-25"), "differs"),  # it ended
        ((*PUTIN, "1991", "1995", ""), "new"),  # another term
        (("edition/2022-winter-olympics", "took_place", "", "2022-02-10", "2022-02-10", ""), "known"),
        (("edition/2022-winter-olympics", "took_place", "", "2022-03-10", "2022-03-10", ""), "differs"),
        (("edition/2022-winter-olympics", "edition_of", "series/fifa-world-cup", "", "", ""), "differs"),
        (("event/russian-invasion-of-ukraine", "took_place", "", "2022-02-24", "", "2026-11-25"), "new"),
    ],
)
def test_what_other_packs_say_is_weighed(small_store, fact, verdict):
    weighed = weigh_facts(small_store, [(*fact, "", "")], "wikidata-")
    told = "known" if weighed.known else "differs" if weighed.differing else "new"
    start = weighed.rows[0][3] if weighed.rows and weighed.rows[0][3] != fact[3] else ""
    assert f"{told} {start}".strip() == verdict
    assert bool(weighed.rows) == (told == "new")


def name(store, labels, births=None, earlier=None, kinds=("person",)):
    found = name_entities([Item(qid, kinds) for qid in labels], labels, births or {}, store, earlier or {})
    return {item.qid: identity.entity for item, identity in found.items()}


def test_an_item_is_the_one_entity_of_its_name_and_kind(small_store):
    assert name(small_store, {"Q1": "vladimir  PUTIN"}) == {"Q1": "person/vladimir-putin"}
    assert name(small_store, {"Q1": "Russia"}) == {"Q1": "person/russia"}
    assert name(small_store, {"Q1": "Russia"}, kinds=("event", "country")) == {"Q1": "country/russia"}


def test_two_items_of_one_name_are_neither(small_store):
    named = name(small_store, {"Q1": "Vladimir Putin", "Q2": "Vladimir Putin"})
    assert named == {"Q1": "person/vladimir-putin-q1", "Q2": "person/vladimir-putin-q2"}
    assert name(small_store, {"Q1": "New Man", "Q2": "New Man"}) == {
        "Q1": "person/new-man-q1",
        "Q2": "person/new-man-q2",
    }


def test_a_year_of_birth_tells_namesakes_apart(small_store):
    labels = {"Q1": "John Smith", "Q2": "John Smith"}
    assert name(small_store, labels, {"Q1": "1931", "Q2": "1952-04"}) == {
        "Q1": "person/john-smith-q1",
        "Q2": "person/john-smith",
    }
    assert name(small_store, {"Q1": "John Smith"}, {"Q1": "1931"}) == {"Q1": "person/john-smith-q1"}


def test_new_ids_are_kept_from_one_refresh_to_the_next(small_store):
    assert name(small_store, {"Q1": "Other Name"}, earlier={("Q1", "person"): "person/first-name"}) == {
        "Q1": "person/first-name"
    }
    taken = name(small_store, {"Q2": "First Name"}, earlier={("Q1", "person"): "person/first-name"})
    assert taken == {"Q2": "person/first-name-q2"}


def test_a_name_without_latin_letters_has_an_id(small_store):
    assert name(small_store, {"Q1": "習近平"}) == {"Q1": "person/q1"}


def test_templates_have_packs_of_their_own():
    packs = [template.pack for template in read_templates()]
    assert len(packs) == len(set(packs)) == 10
