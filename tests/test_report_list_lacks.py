"""The list of lacking facts on the page is the head of what ``claims runs todo`` writes."""

from claims.ledger.list_wanted import Wanted
from claims.report.as_html import as_html
from claims.report.build_view import ViewBuilder
from claims.report.list_lacks import LISTED, LONGEST, list_lacks
from report_sample import RUN

POPULATION = Wanted("population", "country/france", "France", (), "2022", 4, 3, "68  million", "a.txt")
BIRTH = Wanted("born", "", "<b>Jane</b> Roebuck", (), "", 1, 1, "1970", "b.txt")


def test_the_first_facts_are_shown_in_their_order_and_all_are_counted() -> None:
    listed = list_lacks([POPULATION, BIRTH] * LISTED)
    assert (len(listed.rows), listed.total, listed.left_out) == (LISTED, 2 * LISTED, LISTED)
    first = listed.rows[0]
    assert (first.about, first.predicate, first.said_of) == ("France", "population", "2022")
    assert (first.claims, first.articles, first.example, first.example_article) == (
        4,
        3,
        "68 million",
        "a.txt",
    )


def test_a_long_name_is_cut() -> None:
    long = Wanted("born", "", "x" * 500, (), "", 1, 1, "y" * 500, "b.txt")
    row = list_lacks([long]).rows[0]
    assert (len(row.about), len(row.example)) == (LONGEST, LONGEST)


def test_the_page_shows_them_and_names_the_command_that_writes_them_all() -> None:
    page = as_html(ViewBuilder().view(RUN, (), (), [POPULATION, BIRTH]))
    section = page[page.index('id="lacks"') :]
    section = section[: section.index("</section>")]
    assert "<strong><bdi>France</bdi></strong>: population (2022)" in section
    assert "3 articles" in section
    assert "4 claims" in section
    assert "&lt;b&gt;Jane&lt;/b&gt; Roebuck" in section
    assert "claims runs todo" in section
    assert 'id="lacks"' not in as_html(ViewBuilder().view(RUN, ()))
