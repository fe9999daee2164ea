"""The desk as a reviewer meets it: in a real browser, by keys."""

import re
import shutil
from collections import Counter
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from claims.ledger.import_decisions import import_decisions
from claims.ledger.read_decisions import read_decisions
from claims.report.as_html import as_html
from claims.report.build_view import build_view
from desk_ledger import NOW, batch, flag_of, games, rows, wall, write_ledger
from desk_server import serve
from report_sample import RUN as SUMMARY
from test_ledger import RUN
from test_report_browser import HOSTILE, hostile

pytestmark = pytest.mark.slow

MANY = 30


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory):
    """A ledger of each kind; a test works on a copy."""
    folder = tmp_path_factory.mktemp("ledgers")
    run = replace(RUN, id=SUMMARY.run_id)
    write_ledger(folder / "many.duckdb", [wall(f"night-{n:02}", 1950 + n) for n in range(MANY)])
    write_ledger(folder / "groups.duckdb", batch(), run)
    write_ledger(folder / "hostile.duckdb", [hostile(), games("long", HOSTILE)])
    return folder


@pytest.fixture
def ledger(ledgers, tmp_path):
    def copy(name):
        return shutil.copy(ledgers / f"{name}.duckdb", tmp_path / "runs.duckdb")

    return copy


@pytest.fixture
def visit(browser):
    """Opens an address as a browser of its own; anything that it complains of fails the test, refused forms apart."""
    contexts, broken = [], []

    def open_(address, **more):
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **more}))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("dialog", lambda dialog: broken.append(dialog.message))
        page.on(
            "console",
            lambda said: (
                broken.append(said.text)
                if said.type == "error" and not re.search("409|BLOCKED_BY_CLIENT", said.text)
                else None
            ),
        )
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert broken == []


def press(page, *keys):
    """Press keys one after another, each when the desk has answered the one before."""
    for key in keys:
        page.keyboard.press(key)
        expect(page.locator("#desk")).not_to_have_attribute("aria-busy", "true")


def choices(path):
    return [choice for (choice,) in rows(path, "SELECT choice FROM decisions ORDER BY decided")]


def test_thirty_flags_are_reviewed_by_keys_alone(ledger, visit):
    path = ledger("many")
    with serve(path) as desk:
        page = visit(desk)
        for n in range(MANY):
            expect(page.locator(".position")).to_have_text(
                f"1 of {MANY - n} errors, {MANY - n} flags".replace("1 errors, 1 flags", "1 error, 1 flag")
            )
            press(page, "ard"[n % 3])
            expect(page.locator("#message")).to_have_text(
                {"a": "Accepted", "r": "Rejected", "d": "Deferred"}["ard"[n % 3]]
                + ": “November 9, "
                + page_year(page)
                + "”."
            )
        expect(page.locator("main")).to_contain_text("Everything is decided.")
        expect(page.get_by_role("navigation")).to_contain_text("Accepted 10")
    assert Counter(choices(path)) == {"accept": 10, "reject": 10, "defer": 10}
    assert len(set(rows(path, "SELECT occurrence FROM decisions"))) == MANY


def page_year(page):
    return page.locator("#message").inner_text().rstrip("”.")[-4:]


def test_a_reason_a_note_and_undo_by_keys(ledger, visit):
    path = ledger("groups")
    with serve(path) as desk:
        page = visit(desk)
        press(page, "t", "n")
        page.keyboard.type("ad jr: it was so")  # no key of the desk while one writes
        press(page, "Escape", "r")
        expect(page.locator("#message")).to_contain_text("Rejected")
        assert rows(path, "SELECT choice, reason, note FROM decisions") == [
            ("reject", "right", "ad jr: it was so")
        ]
        press(page, "u")
        expect(page.locator("#message")).to_have_text("Taken back.")
        expect(page.locator(".byline").first).to_contain_text("games-0.txt")
        expect(page.locator(".history")).to_contain_text("ad jr: it was so")
        press(page, "1")
        assert rows(path, "SELECT choice, repair FROM decisions WHERE choice = 'accept'") == [("accept", 1)]


def test_a_rule_is_rejected_by_two_presses_and_a_group_by_one(ledger, visit):
    path = ledger("groups")
    with serve(path) as desk:
        page = visit(desk)
        press(page, "Shift+R")
        expect(page.locator("#message")).to_have_text("Rejected in 3 places.")
        press(page, "x")
        expect(page.locator(".rule")).to_contain_text("2 flags of event_date.predicate.different_time")
        assert Counter(choices(path)) == {"reject": 3}
        press(page, "x")
        expect(page.locator(".position")).to_have_text("1 of 1 error, 1 flag")
        press(page, "u")
        expect(page.locator(".position")).to_have_text("1 of 3 errors, 3 flags")


def test_keys_go_through_errors_and_their_places(ledger, visit):
    with serve(ledger("groups")) as desk:
        page = visit(desk)
        press(page, "l")
        expect(page.locator(".byline").first).to_contain_text("games-1.txt")
        press(page, "h", "j", "j", "k")
        expect(page.locator(".position")).to_contain_text("2 of 4")
        page.go_back()
        expect(page.locator(".position")).to_contain_text("3 of 4")
        press(page, "?")
        expect(page.locator("#help")).to_be_visible()
        press(page, "Escape", "/")
        page.keyboard.type("merkel")
        page.keyboard.press("Enter")
        expect(page.locator(".position")).to_have_text("1 of 1 error, 1 flag")


def test_a_second_reviewer_overwrites_nothing(ledger, visit):
    path = ledger("groups")
    with serve(path) as desk:
        ada, ben = visit(desk), visit(desk)
        ben.get_by_label("You are").fill("Ben")
        ben.get_by_role("button", name="Set").click()
        expect(ben.locator("#message")).to_have_text("You decide as Ben.")
        press(ben, "a")
        expect(ben.locator("#message")).to_contain_text("Accepted")
        press(ada, "r")
        expect(ada.locator("#message")).to_contain_text("Not saved")
        expect(ada.locator(".standing")).to_contain_text("Accepted by Ben")
        assert rows(path, "SELECT choice, reviewer FROM decisions") == [("accept", "Ben")]
        press(ada, "u")
        expect(ada.locator("#message")).to_contain_text("Nothing taken back")


def test_a_reload_shows_the_same_flag_and_loses_nothing(ledger, visit):
    path = ledger("groups")
    with serve(path) as desk:
        page = visit(desk)
        press(page, "d", "j")
        before = page.locator(".passage").inner_text(), page.url
        page.reload()
        assert (page.locator(".passage").inner_text(), page.url) == before
        expect(page.get_by_role("navigation")).to_contain_text("Deferred 1")
    with serve(path) as desk:  # started again
        expect(visit(desk).get_by_role("navigation")).to_contain_text("Deferred 1")


def test_a_desk_that_has_stopped_is_said_to_have(ledger, visit):
    with serve(ledger("groups")) as desk:
        page = visit(desk)
        press(page, "d")
        expect(page.locator("#message")).to_contain_text("Deferred")
        page.route("**/decide", lambda route: route.abort("blockedbyclient"))
        page.keyboard.press("r")
        expect(page.locator("#message")).to_contain_text("nothing was saved")


def test_what_was_decided_in_a_report_is_taken_in(ledger, visit, tmp_path):
    path = ledger("groups")
    report = tmp_path / "report.html"
    report.write_text(as_html(build_view(SUMMARY, batch(), [])), encoding="utf-8")
    page = visit(report.as_uri(), accept_downloads=True)
    page.wait_for_selector("html[data-ready]")
    page.get_by_label("Your name").fill("Cleo")
    page.get_by_label("Your name").press("Escape")
    for key in ("j", "r", "2", "j", "a"):
        page.keyboard.press(key)
    with page.expect_download() as download:
        page.keyboard.press("e")
    done = import_decisions(path, read_decisions(download.value.path()), NOW.replace(year=2100))
    assert done.refused == ()
    with serve(path) as desk:
        page = visit(f"{desk}/?state=rejected")
        expect(page.locator(".standing")).to_contain_text("Rejected by Cleo")
        expect(page.locator(".standing")).to_contain_text("this statement in any article")
        expect(page.get_by_role("navigation")).to_contain_text("Accepted 3")


def test_hostile_articles_are_text(ledger, visit):
    path = ledger("hostile")
    with serve(path) as desk:
        page = visit(f"{desk}/?flag={flag_of(path, HOSTILE)}")
        press(page, "j", "k", "n")
        page.keyboard.insert_text(HOSTILE)
        press(page, "Escape", "d", "u")
        assert page.title() == "Review desk"
        assert page.locator("img").count() == 0
        expect(page.locator(".history")).to_contain_text("<img src=x")
        page.keyboard.press("o")
        expect(page.locator(".reading")).to_contain_text("{{ 7 * 7 }}")
        assert page.locator("img").count() == 0
        assert "owned" not in page.title()[:5]


def test_without_scripts_everything_works_page_by_page(ledger, visit):
    path = ledger("groups")
    with serve(path) as desk:
        page = visit(desk, java_script_enabled=False)
        page.get_by_role("button", name="Reject all").click()
        page.get_by_role("button", name="Undo").click()
        page.get_by_role("link", name="Next k").or_(page.get_by_role("link", name="Next j")).click()
        expect(page.locator(".position")).to_contain_text("2 of 4")
        page.get_by_role("button", name="Defer").first.click()
        page.wait_for_load_state("networkidle")  # or the desk is gone before its page is whole
    assert Counter(choices(path)) == {"reject": 3, "undo": 3, "defer": 1}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(ledger, visit, scheme):
    path = ledger("groups")
    with serve(path) as desk:
        page = visit(desk, color_scheme=scheme)
        press(page, "r", "k")
        for address in (None, f"{desk}/?state=rejected", f"{desk}/article?id=fair"):
            if address:
                page.goto(address)
            found = Axe().run(page)
            assert [v["id"] for v in found.response["violations"]] == [], found.generate_report()


def test_a_phone_shows_it_without_scrolling_sideways(ledger, visit):
    with serve(ledger("hostile")) as desk:
        page = visit(desk, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
        width = "document.documentElement.scrollWidth"
        assert page.evaluate(width) <= 360
        page.get_by_role("button", name="Defer").first.tap()
        expect(page.locator("#message")).to_contain_text("Deferred")
        page.goto(f"{desk}/article?id=long")
        assert page.evaluate(width) <= 360
