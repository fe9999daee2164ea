"""The report as an editor meets it: opened from disk, in a real browser."""

import json
import re
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from claims.ledger.open import FILE_NAME
from claims.records import Article, Fact, Reason, Shape, Verdict, Voice
from claims.report.as_html import INLINE, as_html
from claims.report.build_view import build_view
from desk_ledger import batch, rows, write_ledger
from flows.commands.import_decisions import import_files
from report_sample import RUN, articles, checked, diplomacy, failures, finding

pytestmark = pytest.mark.slow

HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> {{ 7 * 7 }} {% raw %}"
    " ]]> </template></script> \u202eevil\u2066 \x00 \" ' ` ${1}"
)
JUDGED = (Shape.EDITION, Verdict.MISMATCH, Reason.NO_SUCH_EDITION, "edition")


def copies(count: int):
    """The same story with the same error, as other papers print it."""
    story = diplomacy()
    return [
        replace(story, article=replace(story.article, id=f"copy-{n}", source=f"wire/{n}.txt"))
        for n in range(count)
    ]


def many(count: int):
    """As many different errors, one an article."""
    stories = []
    for n in range(count):
        sentence = (
            f"In Beijing guest {n} sat in the first row when the {2100 + n} Winter Olympics were opened."
        )
        article = Article(f"story-{n}", f"{sentence} It was cold.", f"wire/{n}.txt", f"Story {n}")
        found = finding(
            article, sentence, f"{2100 + n} Winter Olympics", JUDGED, "There was none.",
            facts=diplomacy().findings[0].facts, repairs=("2022 Winter Olympics",), confidence=0.9 + n / 100_000,
        )  # fmt: skip
        stories.append(checked(article, found))
    return stories


def hostile():
    sentence = f"{HOSTILE} went to the 2020 Games {HOSTILE}."
    article = Article(HOSTILE, f"{HOSTILE}. {sentence}", HOSTILE, HOSTILE, f"https://example.org/{HOSTILE}")
    known = Fact(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, None, None, HOSTILE)
    more = {"facts": (known,), "repairs": (HOSTILE,), "voice": Voice.QUOTED, "speaker": HOSTILE}
    return checked(article, finding(article, sentence, "2020 Games", JUDGED, HOSTILE, **more))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("report")


@pytest.fixture(scope="module")
def reports(folder):
    """The reports that the tests open, by name."""
    runs = {
        "small": [*articles(), *copies(3)],
        "long": many(420),
        "hostile": [hostile(), checked(Article("long", f"{'before ' * 80_000}the 2020 Games.", "long.txt"))],
        "none": [],
    }
    for name, run in runs.items():
        path = folder / f"{name}.html"
        path.write_text(as_html(build_view(RUN, run, failures())), encoding="utf-8")
    return folder


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(5000)
    page.broken = []
    page.on("pageerror", lambda error: page.broken.append(str(error)))
    page.on("console", lambda said: page.broken.append(said.text) if said.type == "error" else None)
    page.on(
        "request", lambda request: page.broken.append(request.url) if request.url.startswith("http") else None
    )
    yield page
    context.close()
    assert page.broken == []


def visit(page: Page, reports, name: str, after: str = "") -> None:
    page.goto(f"{(reports / name).with_suffix('.html').as_uri()}{after}")
    page.wait_for_selector("html[data-ready]")


def expect_flags(page: Page, expected: list[int]) -> None:
    """These flags, in this order, are shown, or are about to be."""
    flags = page.locator("#list .flag")
    expect(flags).to_have_count(len(expected))
    for place in {0, len(expected) // 2, len(expected) - 1} if expected else ():
        expect(flags.nth(place)).to_have_id(f"flag-{expected[place]}")
    assert flags.evaluate_all("flags => flags.map((flag) => Number(flag.id.slice(5)))") == expected


def test_one_error_in_many_articles_is_one_row_with_its_places(page, reports):
    visit(page, reports, "small")
    expect_flags(page, [1, 2, 3, 4])
    expect(page.locator("#flag-1 .tag.times")).to_have_text("4 places")
    page.locator("#flag-1").focus()
    page.keyboard.press("o")
    expect(page.locator("#flag-1 .places li")).to_have_count(3)
    expect(page.locator("#flag-1 .places mark").first).to_have_text("2020 Winter Olympics")


def test_filters_count_what_they_would_show_and_can_be_sent(page, reports):
    visit(page, reports, "small")
    page.get_by_role("checkbox", name="Date of an event").check()
    expect_flags(page, [3])
    expect(page.locator("#shown")).to_have_text("1 of 4 flags")
    expect(page.locator(".chip", has_text="Outdated").locator(".count")).to_have_text("0")
    expect(page).to_have_url(re.compile("#shape=event_date$"))
    page.get_by_role("button", name="Clear").click()
    expect_flags(page, [1, 2, 3, 4])
    visit(page, reports, "small", "#action=note&action=leave&sort=surest")
    expect_flags(page, [4, 2])
    expect(page.get_by_label("Add a note")).to_be_checked()


def test_search_finds_words_of_sentence_facts_and_titles(page, reports):
    visit(page, reports, "small")
    for words, expected in (("bread van", [3]), ("SCHOLZ promised", [2]), ("handshake", [1]), ("zebra", [])):
        page.keyboard.press("/")
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
        expect(page.locator("#shown")).to_have_text(f"{len(expected)} of 4 flags")
        expect_flags(page, expected)
        page.keyboard.press("Escape")
    expect(page.locator("#no-match")).to_be_visible()


def test_flags_are_sorted(page, reports):
    visit(page, reports, "small")
    for order, expected in (
        ("surest", [1, 3, 4, 2]),
        ("unsure", [2, 4, 3, 1]),
        ("places", [1, 2, 3, 4]),
        ("newest", [2, 1, 3, 4]),
    ):
        page.get_by_label("Sort").select_option(order)
        expect(page.locator("#list .flag").first).to_have_id(f"flag-{expected[0]}")
        expect_flags(page, expected)


def test_an_address_leads_to_a_flag(page, reports):
    visit(page, reports, "long", "#flag-305")
    expect(page.locator("#flag-305")).to_be_focused()
    expect(page.locator("#flag-305 h3")).to_have_text("Story 304")
    page.get_by_label("Search").fill("story 419 2519")
    expect(page.locator("#shown")).to_have_text("1 of 420 flags")
    page.evaluate("location.hash = '#flag-3'")
    expect(page.locator("#flag-3")).to_be_focused()
    expect(page.get_by_label("Search")).to_have_value("")


def test_long_lists_have_pages_that_keys_go_through(page, reports):
    visit(page, reports, "long")
    expect(page.locator("#page")).to_have_text("Page 1 of 9")
    expect_flags(page, list(range(1, 51)))
    page.keyboard.press("]")
    expect(page.locator("#flag-51")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#flag-50")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#flag-51")).to_be_focused()
    page.locator("#filters select[name=sort]").select_option("surest")
    expect(page.locator("#list .flag").first).to_have_id("flag-420")
    expect(page.locator("#flag-420 mark")).to_have_text("2519 Winter Olympics")
    expect_flags(page, list(range(420, 370, -1)))


def export(page: Page) -> dict:
    with page.expect_download() as download:
        page.keyboard.press("e")
    assert download.value.suggested_filename == "decisions-7d1f0c52.json"
    return json.loads(download.value.path().read_text(encoding="utf-8"))


def test_flags_are_decided_by_keys_and_exported(page, reports):
    visit(page, reports, "small")
    page.get_by_label("Your name").fill("An editor")
    page.get_by_label("Your name").press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#flag-2")).to_be_focused()
    page.keyboard.press("r")
    page.keyboard.press("2")
    page.locator("#flag-2 [name=reason]").select_option("right")
    page.locator("#flag-2").focus()
    page.keyboard.press("n")
    page.keyboard.type("He said “has”, not “had”")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator("#decided")).to_have_text("3 of 4 decided: 1 accepted, 1 rejected, 1 deferred")
    page.keyboard.press("u")
    expect(page.locator("#decided")).to_have_text("2 of 4 decided: 1 accepted, 1 rejected, 0 deferred")
    file = export(page)
    assert (file["kind"], file["version"], file["run"], file["reviewer"]) == (
        "fact-claims decisions",
        1,
        "7d1f0c52",
        "An editor",
    )
    accepted, rejected = file["decisions"][:4], file["decisions"][4:]
    story = diplomacy().article
    assert [d["article"] for d in accepted] == ["diplomacy", "copy-0", "copy-1", "copy-2"]
    assert {(d["decision"], d["scope"], d["repair"], d["finding"]) for d in accepted} == {
        ("accept", "occurrence", 1, 1)
    }
    assert accepted[0]["sha256"] == story.sha256
    span = accepted[0]["span"]
    assert story.text[span["start"] : span["end"]] == span["text"] == "2020 Winter Olympics"
    (one,) = rejected
    assert (one["article"], one["decision"], one["scope"], one["reason"]) == (
        "bridge",
        "reject",
        "value",
        "right",
    )
    assert one["note"] == "He said “has”, not “had”"
    assert one["rule"] == "office.predicate.former_holder"
    assert len(one["claim"]) == len(one["facts"]) == 16
    assert one["time"].endswith("Z")


def test_decisions_are_kept_and_can_be_filtered(page, reports):
    visit(page, reports, "small")
    page.locator("#flag-3").get_by_role("button", name="Accept").click()
    page.locator("#flag-4").get_by_role("button", name="Reject").click()
    page.locator("#flag-4").get_by_role("button", name="All that this rule flags").click()
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#decided")).to_contain_text("2 of 4 decided")
    expect(page.locator("#flag-4").get_by_role("button", name="All that this rule flags")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_label("Decided").select_option("open")
    expect_flags(page, [1, 2])
    page.locator("#flag-1").focus()
    assert [d["scope"] for d in export(page)["decisions"]] == ["occurrence", "rule"]


def test_a_digit_accepts_with_that_repair_and_again_takes_back(page, reports):
    visit(page, reports, "small")
    page.keyboard.press("j")
    page.keyboard.press("2")
    page.keyboard.press("k")
    expect(page.locator("#flag-1 [name=repair]")).to_have_value("2")
    page.keyboard.press("a")
    expect(page.locator("#decided")).to_contain_text("0 of 4 decided")


def test_help_lists_the_keys(page, reports):
    visit(page, reports, "small")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("dialog")).to_contain_text("undo the last decision")
    page.keyboard.press("j")
    expect(page.locator("#flag-1")).not_to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()


def test_hostile_articles_stay_text(page, reports):
    visit(page, reports, "hostile")
    assert page.title() != "owned"
    shown = HOSTILE.translate({0: "�", 0x202E: "�", 0x2066: "�"})
    expect(page.locator("#flag-1 h3")).to_have_text(shown)
    assert page.locator("#list img, #list script").count() == 0
    page.get_by_label("Search").fill("onerror 7 * 7")
    expect(page.locator("#shown")).to_have_text("1 flag")
    page.locator("#flag-1").focus()
    page.keyboard.press("a")
    assert export(page)["decisions"][0]["article"] == HOSTILE


def test_a_run_without_flags_is_a_page_too(page, reports):
    page.goto((reports / "none.html").as_uri())
    expect(page.locator("#flags")).to_contain_text("No statement disagrees with the facts.")


def test_without_scripts_the_flags_are_there(browser, reports):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((reports / "long.html").as_uri())
    assert page.locator(".flag").count() == INLINE
    expect(page.locator("#filters")).not_to_be_visible()
    expect(page.locator("#flags")).to_contain_text("320 more need a browser that runs scripts")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, reports, scheme):
    page.emulate_media(color_scheme=scheme)
    visit(page, reports, "small")
    page.locator("#flag-2").get_by_role("button", name="Reject").click()
    page.locator("#flag-1").get_by_role("button", name="Accept").click()
    page.eval_on_selector_all("details", "parts => parts.forEach((part) => { part.open = true; })")
    found = Axe().run(page).response["violations"]
    assert [
        (rule["id"], rule["impact"], [node["html"][:120] for node in rule["nodes"]]) for rule in found
    ] == []


def test_a_phone_shows_it_without_scrolling_sideways(browser, reports):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for name in ("small", "hostile"):
        visit(page, reports, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        expect(page.get_by_label("Verdict")).to_have_count(0)
        expect(page.locator(".choices")).not_to_have_attribute("open", "")
    context.close()


def test_print_leaves_out_what_paper_cannot_do(page, reports):
    visit(page, reports, "long")
    page.evaluate(
        "window.print = () => { document.body.dataset.printed = document.querySelectorAll('.flag').length; }"
    )
    page.keyboard.press("p")
    expect(page.locator("body")).to_have_attribute("data-printed", "420")
    page.emulate_media(media="print")
    for hidden in ("#filters", "#desk", "#pages", ".decide"):
        expect(page.locator(hidden).first).not_to_be_visible()
    expect(page.locator("#flag-1 .repairs")).to_be_visible()


def test_the_ledger_takes_in_what_was_exported(page, tmp_path):
    ledger = write_ledger(tmp_path / FILE_NAME)
    run = replace(RUN, run_id="r1")
    (tmp_path / "report.html").write_text(as_html(build_view(run, batch(), [])), encoding="utf-8")
    visit(page, tmp_path, "report")
    for key in ("j", "d", "a", "r"):
        page.keyboard.press(key)
    page.keyboard.press("2")
    page.locator("#flag-3 [name=reason]").select_option("misread")
    page.locator("#flag-3").focus()
    with page.expect_download() as download:
        page.keyboard.press("e")
    assert import_files(tmp_path, [download.value.path()]) == 0
    decided = rows(ledger, "SELECT article, choice, scope, reason, repair FROM decisions ORDER BY ALL")
    assert decided == [
        ("fair", "defer", "occurrence", "", None),
        ("games-0", "accept", "occurrence", "", 1),
        ("games-1", "accept", "occurrence", "", 1),
        ("games-2", "accept", "occurrence", "", 1),
        ("wall-1", "reject", "value", "misread", None),
    ]
