"""The desk over HTTP: what it shows, what it takes, and whom it lets in."""

import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from claims.ledger.undo import undo_last
from claims.records import Choice, Scope
from claims.review.app import review_app
from claims.review.desk import Desk
from claims.review.guard import LARGEST_BODY, Door
from desk_ledger import NOW, copy_ledger, flag_of, games, rows, say, write_ledger
from report_page import parse
from report_sample import articles, checked
from test_decisions import NEXT, other_facts
from test_ledger import HOLD

HOST = "127.0.0.1:8730"
OWN = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def path(tmp_path, tmp_path_factory):
    return copy_ledger(tmp_path, tmp_path_factory)


def client(path, reviewer="Ada", **door):
    given = Door(**{"host": "127.0.0.1", "port": 8730, **door})
    return TestClient(
        review_app(Desk(path), given, reviewer), base_url=f"http://{HOST}", follow_redirects=False
    )


@pytest.fixture
def desk(path):
    return client(path)


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    """A desk that nothing is done to."""
    path = copy_ledger(tmp_path_factory.mktemp("door"), tmp_path_factory)
    yield client(path)
    assert decisions(path) == []


@pytest.fixture(scope="module")
def page(door):
    """Its first page."""
    return door.get("/").text


def fields(page, action):
    """What a form of the page would send, without its buttons."""
    form = next(f for f in parse(page).all("form") if f.attrs.get("action") == action)
    told = {}
    for node in form.all("input"):
        radio = node.attrs.get("type") == "radio"
        if "name" in node.attrs and (not radio or "checked" in node.attrs):
            told[node.attrs["name"]] = unescape(node.attrs.get("value", ""))
    return told


def press(desk, act, at="/", headers=OWN, **more):
    page = desk.get(at)
    told = fields(page.text, "/decide") | {"act": act} | more
    return desk.post("/decide", data=told, headers=headers)


def decisions(path):
    return rows(
        path,
        "SELECT choice, scope, article, reviewer, reason, note, repair, expires FROM decisions ORDER BY decided",
    )


def test_the_surest_flag_comes_first_and_one_error_is_one_row(desk):
    page = parse(desk.get("/").text)
    queue = [item.line for item in page.one("ol", class_="queue").all("li")]
    assert len(queue) == 4
    assert "3 places" in queue[0]
    assert "2020 Winter Olympics" in queue[0]
    assert "Angela Merkel" in queue[-1]
    assert page.one("main").one("mark").text == "2020 Winter Olympics"


def test_a_decision_is_written_and_the_next_flag_is_shown(desk, path):
    answer = press(desk, "reject:occurrence", reason="right", note=" seen it ", expires="2031-01-01")
    assert answer.status_code == 303
    shown = parse(desk.get(answer.headers["location"]).text).one("main")
    assert "games-1.txt" in shown.text
    (row,) = decisions(path)
    assert row[:6] == ("reject", "occurrence", "games-0", "Ada", "right", "seen it")
    assert (row[6], row[7].isoformat()) == (None, "2031-01-01")


def test_an_accepted_flag_keeps_which_repair_is_meant(desk, path):
    press(desk, "accept:occurrence", reason="right", expires="2031-01-01")
    press(desk, "accept:occurrence", repair="0")
    assert [(row[4], row[6], row[7]) for row in decisions(path)] == [("", 1, None), ("", None, None)]


@pytest.mark.parametrize(
    ("act", "written"),
    [
        ("reject:value", [("reject", "value")]),
        ("reject:rule", [("reject", "rule")]),
        ("defer:occurrence", [("defer", "occurrence")]),
        ("reject:group", [("reject", "occurrence")] * 3),
    ],
)
def test_each_button_writes_what_it_says(desk, path, act, written):
    assert press(desk, act).status_code == 303
    assert [row[:2] for row in decisions(path)] == written


@pytest.mark.parametrize(
    ("act", "more"),
    [
        ("", {}),
        ("undo:occurrence", {}),
        ("accept:value", {}),
        ("reject:everything", {}),
        ("reject:occurrence", {"reason": "mood"}),
        ("reject:occurrence", {"expires": "2020-01-01"}),
        ("reject:occurrence", {"expires": "soon"}),
        ("accept:occurrence", {"repair": "first"}),
    ],
)
def test_what_no_button_sends_is_refused(door, page, act, more):
    told = fields(page, "/decide") | {"act": act} | more
    assert door.post("/decide", data=told, headers=OWN).status_code == 400


def test_a_flag_that_somebody_else_decided_meanwhile_is_shown_and_not_overwritten(desk, path):
    page = desk.get("/").text
    say(path, "games-0", Choice.ACCEPT, reviewer="Ben", note="I was there")
    answer = desk.post("/decide", data=fields(page, "/decide") | {"act": "reject:occurrence"}, headers=OWN)
    assert answer.status_code == 409
    shown = parse(answer.text)
    assert "Not saved" in shown.one("p", class_="message").text
    standing = shown.one("p", class_="standing").line
    assert standing.startswith("Accepted by Ben")
    assert "I was there" in standing
    assert [row[3] for row in decisions(path)] == ["Ben"]
    again = desk.post(
        "/decide", data=fields(answer.text, "/decide") | {"act": "reject:occurrence"}, headers=OWN
    )
    assert again.status_code == 303
    assert [row[3] for row in decisions(path)] == ["Ben", "Ada"]


def test_a_group_of_which_one_place_was_decided_meanwhile_is_not_decided(desk, path):
    page = desk.get("/").text
    say(path, "games-2", Choice.ACCEPT, reviewer="Ben")
    answer = desk.post("/decide", data=fields(page, "/decide") | {"act": "reject:group"}, headers=OWN)
    assert answer.status_code == 409
    assert len(decisions(path)) == 1


def test_a_flag_that_is_gone_is_said_to_be(desk, path):
    told = fields(desk.get("/").text, "/decide") | {"act": "reject:occurrence", "flag": "0" * 16}
    answer = desk.post("/decide", data=told, headers=OWN)
    assert answer.status_code == 410
    assert desk.get(f"/?flag={'0' * 16}").status_code == 410


def test_undo_shows_the_flag_again(desk, path):
    press(desk, "reject:group")
    answer = desk.post("/undo", data=fields(desk.get("/").text, "/undo"), headers=OWN)
    assert answer.status_code == 303
    assert "3 places" in parse(desk.get("/").text).one("ol", class_="queue").text
    assert desk.post("/undo", data=fields(desk.get("/").text, "/undo"), headers=OWN).status_code == 409


def test_each_browser_says_who_it_is(path):
    desk = client(path)
    desk.post(
        "/reviewer", data=fields(desk.get("/").text, "/reviewer") | {"name": "  Bé\n Ünal "}, headers=OWN
    )
    cookie = next(iter(desk.cookies.jar))
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite").lower() == "strict"
    press(desk, "defer:occurrence")
    press(client(path), "defer:occurrence")
    assert [row[3] for row in decisions(path)] == ["Bé Ünal", "Ada"]


def test_flags_are_given_to_somebody_and_found_by_that(desk):
    told = fields(desk.get("/").text, "/assign") | {"assignee": "Cleo", "act": "group"}
    assert desk.post("/assign", data=told, headers=OWN).status_code == 303
    queue = parse(desk.get("/?who=Cleo").text).one("ol", class_="queue")
    assert len(queue.all("li")) == 1
    assert "3 places" in queue.text
    told = fields(desk.get("/").text, "/assign") | {"assignee": "", "act": "flag"}
    desk.post("/assign", data=told, headers=OWN)
    assert "2 places" in parse(desk.get("/?who=Cleo").text).one("ol", class_="queue").text


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ({"q": "merkel"}, 1),
        ({"shape": "event_date"}, 2),
        ({"state": "rejected"}, 0),
        ({"q": "merkel 2020"}, 0),
        ({"shape": "'"}, 4),
    ],
)
def test_the_queue_is_filtered(desk, query, errors):
    page = parse(desk.get(f"/?{urlencode(query)}").text)
    assert len(page.one("ol", class_="queue").all("li")) == errors


def test_what_another_process_writes_is_seen_at_once(desk, path):
    assert "To decide 6" in parse(desk.get("/").text).one("nav").line
    say(path, "fair")
    assert "To decide 5" in parse(desk.get("/").text).one("nav").line
    undo_last(path, "Ada", NOW)
    assert "To decide 6" in parse(desk.get("/").text).one("nav").line


def test_a_ledger_that_a_run_writes_to_is_waited_for_and_then_said_to_be(desk, path, monkeypatch):
    page = desk.get("/").text
    for module in ("decide", "read_queue", "read_article"):
        monkeypatch.setattr(f"claims.ledger.{module}.PATIENCE_SECONDS", 0.2)
    told = fields(page, "/decide") | {"act": "reject:occurrence"}
    with subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=-1, stdout=-1) as run:
        assert run.stdout.readline() == b"open\n"
        answer = desk.post("/decide", data=told, headers=OWN)
        assert (answer.status_code, answer.text[:9]) == (503, "Not saved")
        assert desk.get("/").status_code == 503
        assert desk.get("/article?id=fair").status_code == 503
        run.communicate()
    assert desk.post("/decide", data=told, headers=OWN).status_code == 303
    assert len(decisions(path)) == 1


def test_what_was_decided_before_the_facts_changed_is_told(path):
    say(path, "games-1", reason="right", note="the old facts")
    write_ledger(path, other_facts(), NEXT)
    page = parse(client(path).get(f"/?flag={flag_of(path, 'games-1')}").text)
    told = page.one("details", class_="history").line
    assert "the old facts" in told
    assert "the facts say something else now" in told


def test_the_article_has_all_its_findings_in_place(tmp_path):
    path = write_ledger(tmp_path / "runs.duckdb", articles())
    say(path, "bridge", Choice.REJECT, Scope.OCCURRENCE)
    page = parse(client(path).get("/article?id=diplomacy").text)
    text = page.one("div", class_="text")
    assert [mark.children[0] for mark in text.all("mark")] == [
        "2020 Winter Olympics", "Chinese president, Xi Jinping", "February 24", "Hiroshima",
    ]  # fmt: skip
    assert "".join(
        c if isinstance(c, str) else "".join(x for x in c.children if isinstance(x, str))
        for c in text.children
    ) == (articles()[0].article.text)
    assert len(page.one("ol", class_="marks").all("li")) == 4
    rejected = parse(client(path).get("/article?id=bridge").text).one("div", class_="text").one("mark")
    assert "reject" in rejected.attrs["class"].split()
    assert client(path).get("/article?id=nowhere").status_code == 404


def test_a_ledger_without_flags_says_so(tmp_path):
    path = write_ledger(tmp_path / "runs.duckdb", [])
    assert "Everything is decided." in client(path).get("/").text


# Whom it lets in


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8730", "127.0.0.1:1", "[::1", "", "a b"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_name_that_somebody_led_here_is_not_answered(door, host, method):
    answer = door.request(method, "/", headers={"Host": host})
    assert answer.status_code == 421
    assert "Merkel" not in answer.text


@pytest.mark.parametrize("host", [HOST, "localhost:8730", "LOCALHOST:8730", "127.0.0.1", "[::1]:8730"])
def test_its_own_names_are(door, host):
    assert door.get("/", headers={"Host": host}).status_code == 200


FOREIGN = [
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:9999"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {**OWN, "Origin": "http://localhost:8730"},
]


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_form_of_another_page_is_refused_although_it_knows_the_token(door, page, headers):
    told = fields(page, "/decide") | {"act": "reject:rule"}
    assert door.post("/decide", data=told, headers=headers).status_code == 403


@pytest.mark.parametrize("token", [None, "", "guess", "é"])
@pytest.mark.parametrize("where", ["/decide", "/undo", "/assign", "/reviewer"])
def test_a_form_without_this_start_s_token_is_refused(door, page, token, where):
    told = fields(page, where) | {"act": "reject:rule", "name": "Eve"}
    told.pop("token")
    if token is not None:
        told["token"] = token
    answer = door.post(where, data=told, headers=OWN)
    assert answer.status_code == 403
    assert not answer.cookies


@pytest.mark.parametrize("where", ["/decide", "/undo", "/assign", "/reviewer"])
def test_nothing_is_changed_by_an_address_alone(door, where):
    assert door.get(f"{where}?act=reject:rule").status_code == 405


def test_the_token_is_of_one_start(desk, page, path):
    told = fields(page, "/decide") | {"act": "reject:rule"}
    assert desk.post("/decide", data=told, headers=OWN).status_code == 403
    assert decisions(path) == []


def test_more_than_a_form_holds_is_not_read(desk, path):
    told = fields(desk.get("/").text, "/decide") | {"act": "reject:occurrence"}
    assert desk.post("/decide", data=told | {"note": "x" * LARGEST_BODY}, headers=OWN).status_code == 413
    chunks = (b"x" * 1000 for _ in range(100))
    assert desk.post("/decide", content=chunks, headers=OWN).status_code == 413
    many = urlencode([("note", "x")] * 1000)
    assert desk.post("/decide", content=many, headers=OWN).status_code == 400
    assert desk.post("/decide", data=told | {"note": "x" * 5000}, headers=OWN).status_code == 303
    assert len(decisions(path)[0][5]) == 2000


ELSEWHERE = {"host": "0.0.0.0", "token": "secret-é"}


def test_beyond_loopback_a_token_is_asked_for_once(path):
    desk = client(path, **ELSEWHERE)
    for where in ("/", "/article?id=fair", "/static/desk.js", "/?token=wrong", "/?token="):
        answer = desk.get(where)
        assert answer.status_code == 401
        assert "Merkel" not in answer.text
    assert desk.post("/decide?token=secret-%C3%A9", data={}, headers=OWN).status_code == 401
    answer = desk.get("/?state=all&token=secret-%C3%A9")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?state=all")
    cookie = next(iter(desk.cookies.jar))
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert desk.get("/?state=all").status_code == 200
    assert press(desk, "defer:occurrence").status_code == 303


def test_the_way_back_from_the_token_leads_nowhere_else(path):
    answer = client(path, **ELSEWHERE).get("http://127.0.0.1:8730//evil.example/?token=secret-%C3%A9")
    assert answer.headers["location"] == "/evil.example/"


@pytest.mark.parametrize(
    ("host", "status"), [("10.1.2.3:8730", 200), ("desk.example:8730", 200), ("evil.example:8730", 421)]
)
def test_beyond_loopback_names_have_to_be_given(path, host, status):
    desk = client(path, names=("desk.example",), **ELSEWHERE)
    desk.get("/?token=secret-%C3%A9")
    cookie = "; ".join(f"{c.name}={c.value}" for c in desk.cookies.jar)
    assert desk.get("/", headers={"Host": host, "Cookie": cookie}).status_code == status


@pytest.mark.parametrize(
    "where", ["/", "/article?id=fair", "/static/desk.css", "/nowhere", "/static/../app.py", "/article?id=x"]
)
def test_every_answer_keeps_a_browser_in_bounds(door, where):
    headers = door.get(where).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


def test_no_page_holds_a_script_or_a_style_of_its_own(door):
    for where in ("/", "/article?id=fair"):
        page = parse(door.get(where).text)
        assert [node.raw for node in page.all("script")] in ([""], [])
        assert not page.all("style")
        assert not [
            name for node in page.walk() for name in node.attrs if name.startswith("on") or name == "style"
        ]


# Article text is hostile input


ATTACKS = [
    "<script>alert(1)</script>",
    "</title></bdi></mark></article><img src=x onerror=alert(1)>",
    '"onmouseover="alert(1)" \'><svg/onload=alert(1)>',
    "{{ 7 * 7 }} {% include 'desk.html.j2' %}",
    "<!-- --> <![CDATA[ ]]> &lt;b&gt;",
    "nul \x00 esc \x1b rtl \u202e iso \u2066",
]


@pytest.mark.parametrize("words", ATTACKS)
def test_hostile_text_is_text_everywhere(tmp_path, words):
    path = write_ledger(tmp_path / "runs.duckdb", [games(words, words), games("other", words)])
    say(path, "other", reviewer=words, note=words)
    desk = client(path, reviewer="Ada")
    flag = flag_of(path, words)
    page = desk.get(f"/?flag={flag}")
    assert page.status_code == 200
    article = desk.get("/article", params={"id": words})
    assert article.status_code == 200
    for text in (page.text, article.text):
        tree = parse(text)
        assert not tree.all("img") + tree.all("svg")
        assert not [name for node in tree.walk() for name in node.attrs if name.startswith("on")]
        assert not set("\x00\x1b\u202e\u2066") & set(text)
    press(desk, "reject:occurrence", at=f"/?flag={flag}", note=words)
    assert [row[5] for row in decisions(path)] == [words.strip()] * 2
    assert desk.get("/?state=all", params={"q": words}).status_code == 200


@pytest.mark.timeout(30)
def test_a_megabyte_of_sentence_leaves_a_small_card(tmp_path):
    long = games("a")
    text = long.article.text + " more" * 200_000
    (found,) = long.findings
    claim = replace(found.claim, sentence=replace(found.claim.sentence, end=len(text)))
    article = checked(replace(long.article, text=text), replace(found, claim=claim))
    path = write_ledger(tmp_path / "runs.duckdb", [article])
    assert len(client(path).get("/").text) < 60_000
    page = client(path).get("/article?id=a").text
    assert len(page) < 500_000
    assert "more characters are not shown" in page


def test_addresses_that_are_no_web_addresses_are_no_links(tmp_path):
    path = write_ledger(tmp_path / "runs.duckdb", articles())
    page = client(path).get("/article?id=pockets").text
    assert not re.search(r'href="(?!/|#|https?:)', page)
