"""Who is told of a run, of what, and what happens where nobody listens."""

import json

import pytest

from claims.errors import SettingsError
from flows import notify as module
from flows.notify import Event, Hooks, choose_hooks, notify
from web_server import Exchange, web_server


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(module, "WAITS_S", (0.01, 0.01))
    monkeypatch.setattr(module, "TIMEOUT_S", 0.5)


def test_every_address_that_wants_the_event_is_told():
    told = []

    def take(exchange: Exchange) -> None:
        told.append((exchange.path, json.loads(exchange.body)))
        exchange.send("", 204)

    with web_server() as server:
        server.answers |= {"/a": take, "/b": take}
        hooks = choose_hooks([server.url("/a"), server.url("/b")], ["failure"])
        assert notify(hooks, Event.FAILURE, {"error": "x"}) == []
        assert notify(hooks, Event.BLIND, {}) == []
    assert told == [("/a", {"event": "failure", "error": "x"}), ("/b", {"event": "failure", "error": "x"})]


@pytest.mark.parametrize(
    ("statuses", "asked", "said"),
    [
        ((200,), 1, None),
        ((503, 200), 2, None),
        ((500, 502, 503), 3, "it answered 503"),
        ((404,), 1, "it answered 404"),
        ((302,), 1, "it answered 302"),
    ],
)
def test_what_may_pass_is_tried_again_and_what_does_not_is_said(statuses, asked, said):
    waiting = list(statuses)
    with web_server() as server:
        server.answers["/hook"] = lambda exchange: exchange.send("", waiting.pop(0))
        hooks = Hooks((server.url("/hook?key=secret"),))
        lines = notify(hooks, Event.NEW_FLAGS, {})
        assert server.asked["/hook?key=secret"] == asked
    assert lines == ([f"the notification to 127.0.0.1 was not sent: {said}"] if said else [])


def test_a_hook_that_does_not_answer_costs_its_timeouts_and_no_more():
    with web_server() as server:
        server.answers["/"] = lambda _: server.stall(3)
        (line,) = notify(Hooks((server.url("/"),)), Event.BLIND, {})
    assert "ReadTimeout" in line


@pytest.mark.parametrize(
    ("urls", "events", "says"),
    [
        (["ftp://example.org/x"], [], "is no address for notifications"),
        (["example.org"], [], "is no address for notifications"),
        (
            ["https://example.org/x"],
            ["flags"],
            "there is no event 'flags'; give one of new_flags, failure, blind",
        ),
    ],
)
def test_what_cannot_be_is_refused(urls, events, says):
    with pytest.raises(SettingsError, match=says):
        choose_hooks(urls, events)
