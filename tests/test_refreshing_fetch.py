"""The client against a real SPARQL server on loopback that fails in all the ways servers do."""

import json
import re
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from claims.errors import RefreshError, Unreachable
from claims.refreshing.ask_patiently import Patience
from claims.refreshing.endpoint import Endpoint
from claims.refreshing.fetch_pages import fetch_pages
from claims.refreshing.fetch_statements import fetch_statements
from claims.refreshing.read_templates import read_templates
from sparql_server import serve_sparql
from wikidata_items import ITEMS, write_graph

(HEADS, *_), *_ = (template.queries for template in read_templates(["heads-of-state"]))
STATEMENTS = 10
"""Of the query for heads of state in the small graph: seven make facts, three do not."""


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now, self.slept = 0.0, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def patience(self, dice=lambda: 1.0):
        return Patience(lambda: self.now, self.sleep, dice)


@pytest.fixture(scope="module")
def graph():
    return write_graph(ITEMS)


@pytest.fixture
def server(graph):
    with serve_sparql(graph) as server:
        yield server


def endpoint(server, **settings):
    return Endpoint(server.url, allow_http=True, **{"pause": 0, "page": 3, **settings})


def fetch(server, work, clock=None, **settings):
    patience = (clock or Clock()).patience()
    with httpx.Client(follow_redirects=False) as client:
        return fetch_pages(client, endpoint(server, **settings), HEADS.text, work, patience)


def addresses(pages):
    return [row["statement"]["value"] for rows in pages.rows for row in rows]


def test_all_statements_come_once_whatever_the_page(server, tmp_path):
    whole = addresses(fetch(server, tmp_path, page=1000))
    assert len(whole) == STATEMENTS
    for page in (2, 3, 5, 10):
        assert addresses(fetch(server, tmp_path, page=page)) == whole == sorted(set(whole))


def test_pages_are_asked_for_by_key(server, tmp_path):
    pages = fetch(server, tmp_path)
    asked = [re.search(r'> "(.*)"\)', query).group(1) for query, _headers in server.requests]
    assert asked == ["", *(rows[-1]["statement"]["value"] for rows in pages.rows[:-1])]
    assert all("LIMIT 3\n" in query for query, _headers in server.requests)


def test_the_server_is_told_who_asks(server, tmp_path):
    fetch(server, tmp_path, contact="desk@example.org")
    for _query, headers in server.requests:
        assert re.fullmatch(r"fact-claims/[\d.]+ \(desk@example\.org\)", headers["User-Agent"])
        assert headers["Accept"] == "application/sparql-results+json"


@pytest.mark.parametrize(
    "fault",
    ["status 429", "status 500", "status 502", "status 503", "status 504", "truncated", "cut", "html", "die"],
)
def test_a_failure_that_passes_is_tried_again(server, tmp_path, fault):
    server.faults = [None, fault, fault]
    assert len(addresses(fetch(server, tmp_path))) == STATEMENTS
    # Three full pages, a last one with one statement, and two failures.
    assert len(server.requests) == 4 + 2


@pytest.mark.parametrize("fault", ["status 500", "truncated", "die", "html"])
def test_tries_are_bounded_and_wait_longer_and_longer(server, tmp_path, fault):
    server.faults = [fault] * 100
    clock = Clock()
    with pytest.raises(Unreachable, match="failed 4 times"):
        fetch(server, tmp_path, clock, attempts=4, first_wait=2, longest_wait=5)
    assert len(server.requests) == 4
    assert clock.slept == [2, 4, 5]


def test_waits_are_jittered_and_never_nothing(server, tmp_path):
    server.faults = ["status 500"] * 2
    clock = Clock()
    with httpx.Client() as client:
        fetch_pages(client, endpoint(server, first_wait=2), HEADS.text, tmp_path, clock.patience(lambda: 0.0))
    assert clock.slept == [1, 2]


def test_retry_after_in_seconds_is_heeded(server, tmp_path):
    server.faults = ["wait 17"]
    clock = Clock()
    fetch(server, tmp_path, clock, first_wait=1)
    assert clock.slept == [17]


def test_retry_after_as_a_date_is_heeded(server, tmp_path):
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    server.faults = [f"wait {later}"]
    clock = Clock()
    fetch(server, tmp_path, clock, first_wait=1)
    assert 30 < clock.slept[0] <= 40


def test_an_unreadable_retry_after_is_passed_over(server, tmp_path):
    server.faults = ["wait a while"]
    clock = Clock()
    fetch(server, tmp_path, clock, first_wait=1)
    assert clock.slept == [1]


def test_a_server_that_wants_a_long_rest_is_left_alone(server, tmp_path):
    server.faults = ["wait 7200"]
    clock = Clock()
    with pytest.raises(Unreachable, match="asks to wait 7200 s"):
        fetch(server, tmp_path, clock)
    assert clock.slept == []
    assert len(server.requests) == 1


def test_requests_keep_their_pace(server, tmp_path):
    patience = Patience()
    with httpx.Client() as client:
        fetch_pages(client, endpoint(server, pause=0.15), HEADS.text, tmp_path, patience)
    gaps = [after - before for before, after in zip(server.times, server.times[1:], strict=False)]
    assert len(gaps) == 3
    assert min(gaps) > 0.13


@pytest.mark.parametrize("fault", ["slow", "trickle"])
def test_a_slow_answer_is_given_up_and_asked_for_again(server, tmp_path, fault):
    server.faults = [fault]
    began = time.monotonic()
    assert len(addresses(fetch(server, tmp_path, timeout=0.3))) == STATEMENTS
    assert time.monotonic() - began < 10
    assert len(server.requests) == 5


def test_a_request_that_is_wrong_is_not_asked_again(server, tmp_path):
    server.faults = ["status 400"]
    with pytest.raises(RefreshError, match="answered 400: no") as caught:
        fetch(server, tmp_path)
    assert not isinstance(caught.value, Unreachable)
    assert len(server.requests) == 1


def test_nobody_is_led_elsewhere(server, graph, tmp_path):
    with serve_sparql(graph) as other:
        server.faults = [f"redirect {other.url}"]
        with pytest.raises(RefreshError, match="answered 302"):
            fetch(server, tmp_path)
        assert other.requests == []


def test_an_answer_that_is_too_large_is_refused(server, tmp_path):
    with pytest.raises(RefreshError, match="more than 500 bytes"):
        fetch(server, tmp_path, max_bytes=500)


def test_a_server_that_does_not_heed_the_key_is_not_asked_for_ever(server, tmp_path):
    text = HEADS.text.replace('"%AFTER%"', '""')
    with httpx.Client() as client, pytest.raises(RefreshError, match="gave before"):
        fetch_pages(client, endpoint(server), text, tmp_path, Clock().patience())
    assert len(server.requests) == 2


def test_a_server_that_dies_is_gone_on_with_after_the_last_whole_page(server, tmp_path):
    whole = addresses(fetch(server, tmp_path / "other"))
    server.requests.clear()
    server.dies_after = 2
    with pytest.raises(Unreachable, match="what came is kept"):
        fetch(server, tmp_path, attempts=3)
    server.dies_after = None
    asked = len(server.requests)
    pages = fetch(server, tmp_path)
    assert pages.kept == 2
    assert addresses(pages) == whole
    assert len(server.requests) - asked == 2
    assert fetch(server, tmp_path).kept == 4
    assert len(server.requests) - asked == 2  # all of it is there


def test_a_page_that_was_not_written_to_its_end_is_asked_for_again(server, tmp_path):
    whole = addresses(fetch(server, tmp_path))
    second = sorted(tmp_path.rglob("page-*.json"))[1]
    second.write_bytes(second.read_bytes()[:50])
    pages = fetch(server, tmp_path)
    assert pages.kept == 1
    assert addresses(pages) == whole


def test_pages_of_another_day_are_not_mixed_with_todays(server, tmp_path):
    fetch(server, tmp_path)
    (begun,) = tmp_path.rglob("begun.json")
    begun.write_text(json.dumps({"begun": (datetime.now(UTC) - timedelta(hours=25)).isoformat()}))
    pages = fetch(server, tmp_path)
    assert pages.kept == 0
    assert pages.day == datetime.now(UTC).date()


def test_pages_of_another_query_or_endpoint_are_not_taken(server, graph, tmp_path):
    fetch(server, tmp_path)
    assert fetch(server, tmp_path, page=4).kept == 0
    with serve_sparql(graph) as other:
        assert fetch(other, tmp_path).kept == 0


def test_no_half_page_stands_under_its_name(server, tmp_path):
    fetch(server, tmp_path)
    files = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(files) == ["begun.json", *(f"page-{n:06}.json" for n in range(1, 5))]


def test_nothing_listens(tmp_path):
    place = Endpoint("http://127.0.0.1:9/sparql", allow_http=True, attempts=2, pause=0, first_wait=0)
    with pytest.raises(Unreachable, match="ConnectError"):
        fetch_statements(HEADS, place, tmp_path)
