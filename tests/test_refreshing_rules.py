"""What a statement of Wikidata comes to: times, slots, templates, endpoints."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import RefreshError, SettingsError
from claims.refreshing.endpoint import Endpoint
from claims.refreshing.read_templates import Times, read_templates
from claims.refreshing.read_time import read_time
from claims.refreshing.settle_slots import settle_slots
from claims.refreshing.statements import Cause, Statement
from claims.store.packs import packs_home
from claims.store.read_predicates import read_predicates

JULIAN = "http://www.wikidata.org/entity/Q1985786"


@pytest.mark.parametrize(
    ("text", "precision", "calendar", "expected"),
    [
        ("2022-02-24T00:00:00Z", 11, "", "2022-02-24"),
        ("+2022-02-24T00:00:00Z", 11, "", "2022-02-24"),
        ("+2022-02-00T00:00:00Z", 10, "", "2022-02"),
        ("+2022-00-00T00:00:00Z", 9, "", "2022"),
        ("2022-01-01T00:00:00Z", 9, "", "2022"),
        ("2022-02-24T13:00:00Z", 12, "", "2022-02-24"),
        ("+0987-05-01T00:00:00Z", 9, "", "0987"),
        ("1480-01-01T00:00:00Z", 8, "", Cause.IMPRECISE),
        ("1900-01-01T00:00:00Z", 7, "", Cause.IMPRECISE),
        ("-0044-03-15T00:00:00Z", 11, "", Cause.BEFORE_CHRIST),
        ("0000-01-01T00:00:00Z", 9, "", Cause.BEFORE_CHRIST),
        ("+13798000000-00-00T00:00:00Z", 3, "", Cause.IMPRECISE),
        ("+12022-02-24T00:00:00Z", 11, "", Cause.NO_DATE),
        ("2022-02-30T00:00:00Z", 11, "", Cause.NO_DATE),
        ("2022-13-01T00:00:00Z", 10, "", Cause.NO_DATE),
        ("+2022-00-00T00:00:00Z", 11, "", Cause.NO_DATE),
        ("soon", 11, "", Cause.NO_DATE),
        ("+1917-10-25T00:00:00Z", 11, JULIAN, "1917-11-07"),
        ("+1582-10-05T00:00:00Z", 11, JULIAN, "1582-10-15"),
        ("+1900-02-29T00:00:00Z", 11, JULIAN, "1900-03-13"),
        ("+1917-00-00T00:00:00Z", 9, JULIAN, "1917"),
    ],
)
def test_a_time_keeps_its_precision(text, precision, calendar, expected):
    assert read_time(text, precision, calendar) == expected


@given(st.text(max_size=40), st.integers(-5, 20))
def test_any_text_is_a_date_or_a_cause(text, precision):
    assert isinstance(read_time(text, precision, JULIAN), str)


def statement(key, subject="S", value="V", start="", end="", preferred=False):
    return Statement(key, preferred, subject, value, start, end)


def settle(statements, interval=False, single=True):
    dropped = Counter()
    kept = settle_slots(statements, interval=interval, single=single, dropped=dropped)
    return {s.id for s in kept}, +dropped


def test_a_preferred_statement_outdoes_the_others_of_its_slot():
    found = [statement("a", start="1952"), statement("b", start="1960-01-02", preferred=True)]
    assert settle(found) == ({"b"}, {Cause.OUTRANKED: 1})


def test_of_times_that_may_be_the_same_the_most_precise_speaks():
    found = [
        statement("a", start="1952"),
        statement("b", start="1952-10-07"),
        statement("c", start="1952-10"),
    ]
    assert settle(found) == ({"b"}, {Cause.OUTRANKED: 2})


def test_times_of_equal_rank_that_disagree_are_left_out():
    assert settle([statement("a", start="1952"), statement("b", start="1953")]) == (
        set(),
        {Cause.DISPUTED: 2},
    )


def test_a_former_holder_is_not_outdone_by_the_preferred_one():
    found = [
        statement("now", value="B", start="2012", preferred=True),
        statement("once", value="A", start="2008", end="2012"),
        statement("again", value="B", start="2000", end="2008"),
    ]
    assert settle(found, interval=True)[0] == {"now", "once", "again"}


def test_the_same_term_twice_is_one():
    found = [statement("a", start="2012"), statement("b", start="2012-05-07", end="2018", preferred=True)]
    assert settle(found, interval=True) == ({"b"}, {Cause.OUTRANKED: 1})


def test_two_terms_in_one_year_are_two():
    found = [statement("a", start="2022-01", end="2022-03"), statement("b", start="2022-10", end="2022-12")]
    assert settle(found, interval=True)[0] == {"a", "b"}


def test_a_holder_without_end_before_another_did_not_stay():
    found = [statement("old", value="A", start="1991"), statement("new", value="B", start="2000")]
    assert settle(found, interval=True) == ({"new"}, {Cause.END_MISSING: 1})
    assert settle(found, interval=True, single=False)[0] == {"old", "new"}


def test_many_values_stay_many():
    found = [statement("a", value="A"), statement("b", value="B"), statement("c", value="B")]
    kept, _dropped = settle(found, single=False)
    assert len(kept) == 2


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"url": "http://example.org/sparql", "contact": "x"}, "not encrypted"),
        ({"url": "ftp://example.org/sparql", "contact": "x"}, "no address"),
        ({"url": "https:///sparql", "contact": "x"}, "no address"),
        ({"url": "https://me:secret@example.org/sparql", "contact": "x"}, "password"),
        ({"url": "https://example.org/sparql"}, "--contact"),
        ({"url": "https://example.org/sparql", "contact": "  "}, "--contact"),
        ({"url": "https://example.org/sparql", "contact": "x\r\nHost: y"}, "plain ASCII"),
        ({"url": "https://127.0.0.1/sparql", "attempts": 0}, "attempts"),
        ({"url": "https://127.0.0.1/sparql", "page": 1}, "page"),
    ],
)
def test_an_endpoint_that_makes_no_sense_is_refused(values, says):
    with pytest.raises(SettingsError, match=says) as caught:
        Endpoint(**values)
    assert "secret" not in str(caught.value)


def test_the_user_agent_says_what_the_user_says():
    agent = Endpoint("https://example.org/sparql", "desk@example.org").user_agent
    assert agent.startswith("fact-claims/")
    assert agent.endswith(" (desk@example.org)")
    assert "@" not in Endpoint("http://localhost/sparql", allow_http=True).user_agent


def test_the_index_and_the_queries_are_each_others():
    named = [query.name for template in read_templates() for query in template.queries]
    assert sorted(named) == sorted(path.stem for path in (packs_home() / "wikidata").glob("*.rq"))
    assert len(named) == len(set(named))


@pytest.mark.parametrize("template", read_templates(), ids=lambda t: t.name)
def test_each_query_means_what_the_vocabulary_knows(template, small_store):
    predicates = read_predicates(small_store)
    for query in template.queries:
        predicate = predicates[query.predicate]
        assert predicate.interval == (query.times is Times.QUALIFIERS), query.name
        assert bool(query.value) == (query.times is not Times.VALUE), query.name
        assert '"%AFTER%"' in query.text
        assert f":{query.property} ?statement" in query.text


def test_a_part_that_is_not_there_is_named():
    with pytest.raises(RefreshError, match="nothing is called kings; there are heads-of-state"):
        read_templates(["kings"])


def test_an_index_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "index.toml").write_text('[a]\ntitle = "A"\n[[a.query]]\nfile = "none"\n', encoding="utf-8")
    with pytest.raises(RefreshError, match=r"index\.toml"):
        read_templates(folder=tmp_path)
