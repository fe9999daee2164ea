import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import pytest

from claims.report.as_html import as_html
from claims.report.build_view import build_view
from report_page import parse
from report_sample import RUN, articles, failures


@pytest.fixture(scope="module")
def html():
    return as_html(build_view(RUN, articles(), failures()))


@pytest.fixture(scope="module")
def page(html):
    return parse(html)


def test_the_summary_tells_every_figure(page):
    figures = {div.one("dt").line: div.one("dd").line for div in page.one("dl", class_="figures").all("div")}
    assert figures == {
        "Articles": "4",
        "Claims judged": "6",
        "Flags": "4",
        "Supported": "2",
        "Mismatch": "3",
        "Outdated": "1",
        "Not judged": "2",
        "Unreadable": "2",
    }
    assert page.one("h1").line == "4 statements to look at in 4 articles"


def test_every_chart_can_be_read_aloud(page):
    for svg in page.all("svg"):
        named = {node.attrs.get("id") for node in svg.walk()}
        assert set(svg.attrs["aria-labelledby"].split()) <= named
    claims = page.one("figure", id="chart-claims")
    assert "Holder of an office: 1 supported, 1 flagged." in claims.one("desc").line
    assert len(claims.all("rect")) == 6


def test_a_flag_holds_everything_an_editor_needs(page):
    flag = page.one("article", id="flag-2")
    assert flag.one("h3").line.startswith("Nine cars and a promise")
    assert flag.one("p", class_="verdict").line == "2 Outdated Holder of an office Add a note"
    assert flag.one("p", class_="byline").line == "12 May 2023 seeds/wire.jsonl:10"
    assert flag.one("blockquote").line == (
        "The ferry takes nine cars. “German Chancellor Angela Merkel has promised that the new bridge will be"
        " paid for,” the mayor said. Nobody in the hall laughed, though some looked at the clock."
    )
    assert [near.line for near in flag.all("span", class_="near")] == [
        "The ferry takes nine cars.",
        "Nobody in the hall laughed, though some looked at the clock.",
    ]
    assert flag.one("mark").line == "German Chancellor Angela Merkel"
    assert flag.one("p", class_="read-as").line == "Read as: German Chancellor Angela Merkel"
    assert flag.one("p", class_="why").line == (
        "Does not fit: the office holder. Olaf Scholz, not Angela Merkel, held the office."
    )
    assert flag.one("p", class_="note").line.startswith("In a quotation (the mayor)")
    assert "More likely than not, 62%" in flag.line


def test_evidence_names_its_source_and_as_of(page):
    (first, second) = page.one("article", id="flag-2").one("ul", class_="evidence").all("li")
    assert first.line.endswith(
        "Source: https://example.org/leaders?country=de&kind=government, as of 31 January 2026"
    )
    assert second.line.endswith("to 8 December 2021 Source: leaders")


def test_repairs_are_struck_and_inserted_in_the_sentence(page):
    (first, second) = page.one("article", id="flag-1").one("ol", class_="repairs").all("li")
    assert (first.one("del").line, first.one("ins").line) == ("2020", "2022")
    assert first.line.endswith("when the 2020 2022 Winter Olympics were opened.")
    assert (second.one("del").line, second.one("ins").line) == ("Winter", "Summer")


def test_filters_fit_the_flags(page):
    form = page.one("form", id="filters")
    offered = {box.attrs["value"] for box in form.all("input", type="checkbox")}
    assert offered == {
        "mismatch",
        "outdated",
        "edition",
        "office",
        "event_date",
        "event_place",
        "fix",
        "note",
        "leave",
    }
    sources = [option.line for option in form.all("option") if option.attrs.get("data-name")]
    assert sources == ["seeds/wire.jsonl (3)", "example.org (1)"]
    counts = {chip.line for chip in form.all("label", class_="chip")}
    assert {"Mismatch 3", "Outdated 1", "Edition of an event 1", "Fix 2", "Add a note 1"} <= counts
    assert page.one("output", id="shown").line == "4 flags"


def test_the_folded_lists_hold_the_rest(page):
    supported = page.one("section", id="supported")
    assert supported.one("summary").line == "2 statements that agree with the facts"
    assert [mark.line for mark in supported.all("mark")] == ["Chinese president, Xi Jinping", "February 24"]
    silent = page.one("section", id="not-judged")
    assert "In 1 article nothing could be judged." in silent.line
    assert [
        [cell.line for cell in row.all("*") if cell.tag in ("th", "td")]
        for row in silent.one("tbody").all("tr")
    ] == [
        ["It is not stated as fact", "not_asserted", "1"],
        ["The time it speaks of is not clear", "time_unknown", "1"],
    ]
    assert [mark.line for mark in silent.all("mark")] == ["Last February", "Hiroshima"]


def test_unreadable_inputs_are_shown_with_their_error(page):
    rows = page.one("dl", class_="failures").all("div")
    assert rows[1].one("dt").line == "seeds/photo.txt"
    assert rows[1].one("dd").line == "The file is binary; give the text of the article"


def test_the_run_can_be_told_from_another(page):
    run = page.one("dl", class_="run").line
    for part in (
        "7d1f0c52",
        "25 November 2026, 06:30 UTC",
        "4.2 s",
        "0.1.0",
        "9f3a61c0d2b7",
        "MiniLM",
        "41be07aa",
    ):
        assert part in run


def test_the_page_loads_nothing(page, html):
    assert not page.all("link") + page.all("img") + page.all("iframe")
    assert not [node for node in page.walk() if "src" in node.attrs or "style" in node.attrs]
    assert "url(" not in html
    assert "@import" not in html


def test_its_policy_lets_in_its_own_style_and_script_only(page):
    (policy,) = [m.attrs["content"] for m in page.all("meta") if "http-equiv" in m.attrs]
    expected = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]
    for tag in ("style", "script"):
        digest = b64encode(sha256(page.one(tag).raw.encode()).digest()).decode()
        expected.append(f"{tag}-src 'sha256-{digest}'")
    assert sorted(policy.split("; ")) == sorted(expected)


def test_ids_are_unique_labels_point_somewhere_and_headings_descend(page):
    ids = [node.attrs["id"] for node in page.walk() if "id" in node.attrs]
    assert len(ids) == len(set(ids))
    named = [i for node in page.walk() for i in node.attrs.get("aria-labelledby", "").split()]
    assert set(named) <= set(ids)
    labels = page.all("label")
    assert all(
        any(field in label.walk() for label in labels)
        for field in page.all("input") + page.all("select") + page.all("textarea")
    )
    levels = [int(node.tag[1]) for node in page.walk() if re.fullmatch("h[1-6]", node.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_equal_runs_give_equal_pages(html):
    assert as_html(build_view(RUN, articles()[::-1], failures()[::-1])) == html


def test_an_empty_run_is_a_page_too():
    page = parse(as_html(build_view(RUN, [], [])))
    assert page.one("h1").line == "Nothing to look at in 0 articles"
    assert not page.all("form") + page.all("svg") + page.all("dialog")
    assert "No statement disagrees with the facts." in page.one("section", id="flags").line


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "page"),
        ("dim", "page"),
        ("dim", "tint"),
        ("accent", "page"),
        ("mismatch", "page"),
        ("outdated", "page"),
        ("supported", "page"),
        ("ink", "mismatch-mark"),
        ("ink", "outdated-mark"),
        ("ink", "supported-mark"),
        ("ink", "silent-mark"),
    ],
)
def test_colours_have_the_contrast_of_wcag_aa(scheme, ink, ground):
    style = files("claims.report").joinpath("templates/report.css").read_text()
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[scheme]))
    light, dark = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
