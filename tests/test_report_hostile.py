"""Article text is hostile input: whatever it holds, the page stays ours."""

import pytest

from claims.records import Article, Fact, ReadFailure, Reason, Shape, Verdict, Voice
from claims.report.as_html import as_html
from claims.report.build_view import build_view
from report_page import parse
from report_sample import RUN, checked, finding

JUDGED = (Shape.EDITION, Verdict.MISMATCH, Reason.NO_SUCH_EDITION, "edition")
ATTACKS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>body{display:none}</style>",
    "</title></bdi></mark></article><img src=x onerror=alert(1)>",
    '"onmouseover="alert(1)" \'><svg/onload=alert(1)>',
    "{{ 7 * 7 }} {% include 'report.css' %} {# gone #}",
    "<!-- --> <![CDATA[ ]]> &lt;b&gt; &#0;",
    "\\u003cscript\\u003e ${alert(1)} `x`",
]
KNOWN = parse(as_html(build_view(RUN, [], [])))


def attacked(words):
    """A page that holds the words in every place that an input can reach."""
    sentence = f"{words} went to the 2020 Games {words}."
    article = Article(words, f"{words}. {sentence} {words}.", words, words, f"https://example.org/{words}")
    known = Fact(words, words, words, words, words, None, None, f"https://example.org/{words}")
    found = finding(
        article,
        sentence,
        "2020 Games",
        JUDGED,
        words,
        facts=(known,),
        repairs=(words, f"2020 {words}"),
        voice=Voice.QUOTED,
        speaker=words,
    )
    good = finding(
        article, sentence, "2020 Games", (JUDGED[0], Verdict.SUPPORTED, *JUDGED[2:]), words, facts=(known,)
    )
    open_ = finding(article, sentence, "2020 Games", (JUDGED[0], Verdict.NOT_ENOUGH_INFO, *JUDGED[2:]), words)
    return as_html(
        build_view(RUN, [checked(article, found, good, open_)], [ReadFailure(words, words, words)])
    )


@pytest.mark.parametrize("words", ATTACKS)
def test_markup_and_template_syntax_stay_text(words):
    page = parse(attacked(words))
    for tag in ("script", "style"):
        assert page.one(tag).raw == KNOWN.one(tag).raw
    assert len(page.one("head").all("title")) == 1
    assert len(page.all("svg")) == len(page.all("figure", class_="chart")) == 4
    assert not page.all("img")
    assert not [a for node in page.walk() for a in node.attrs if a.startswith("on")]
    assert page.one("mark", class_="mismatch").text == "2020 Games"
    assert page.one("h3").text.strip() == words
    assert page.text.count(words) > 15


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\u202e", "\u2066", "\u2069", "\ud800", "\x9b", "\ufffe"]
)
def test_characters_that_steer_a_display_are_shown_as_such(character):
    html = attacked(f"ab{character}cd")
    assert character not in html
    assert "ab�cd" in html
    html.encode()


def test_every_passage_is_isolated_from_its_surroundings():
    flag = parse(attacked("قال المراسل")).one("article")
    holders = [node for node in flag.walk() if any(isinstance(c, str) and "قال" in c for c in node.children)]
    assert len(holders) > 10
    for node in holders:
        isolated = (
            node.tag == "bdi" or node.attrs.get("dir") == "auto" or "iso" in node.attrs.get("class", "")
        )
        assert isolated, node


def test_addresses_that_are_not_of_the_web_are_text():
    article = Article("a", "In 2020 Games.", "javascript:alert(1)", "t", "javascript:alert(1)")
    known = Fact("f", "s", "p", "v", "text", None, None, "data:text/html,x")
    found = finding(article, article.text, "2020 Games", JUDGED, "x", facts=(known,))
    page = parse(as_html(build_view(RUN, [checked(article, found)], [])))
    assert {a.attrs["href"][0] for a in page.all("a")} == {"#"}


@pytest.mark.timeout(20)
def test_a_megabyte_of_sentence_leaves_a_small_page_with_the_span_in_sight():
    sentence = f"{'before ' * 150_000}the 2020 Games {'after ' * 150_000}end."
    article = Article("long", sentence, "long.txt", "x" * 300)
    found = finding(article, sentence, "2020 Games", JUDGED, "x", repairs=("2022 Games",))
    html = as_html(build_view(RUN, [checked(article, found)], []))
    assert len(html) < 60_000
    assert parse(html).one("mark").text == "2020 Games"
