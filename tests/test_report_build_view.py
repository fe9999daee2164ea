from dataclasses import replace
from datetime import date

import pytest

from claims.records import Article, Repair, Span, Verdict
from claims.report import build_view as module
from claims.report.build_row import build_article, web_link
from claims.report.build_view import build_view
from claims.report.flag_view import OriginView
from claims.report.name_origins import name_origins
from claims.store.sources import Source
from report_facts import BEIJING
from report_sample import RUN, articles, bridge, diplomacy, failures, pockets

DAY = date(2026, 11, 25)


def test_the_summary_counts_what_the_run_did():
    view = build_view(RUN, articles(), failures())
    assert (view.articles, view.silent_articles, view.judged) == (4, 1, 6)
    assert {count.code: count.count for count in view.verdicts} == {
        "supported": 2,
        "mismatch": 3,
        "outdated": 1,
        "not_enough_info": 2,
    }
    assert [(count.code, count.count) for count in view.reasons] == [("not_asserted", 1), ("time_unknown", 1)]
    assert [failure.source for failure in view.failures] == ["seeds/empty.md", "seeds/photo.txt"]


def test_flags_are_numbered_in_the_order_of_their_articles():
    view = build_view(RUN, articles()[::-1], [])
    assert [(flag.number, flag.article.source) for flag in view.flags] == [
        (1, "seeds/wire.jsonl:2"),
        (2, "seeds/wire.jsonl:10"),
        (3, "seeds/wire.jsonl:12"),
        (4, "seeds/wire.jsonl:12"),
    ]


def test_filters_offer_what_the_flags_have():
    filters = build_view(RUN, articles(), []).filters
    assert [(option.code, option.count) for option in filters.verdicts] == [("mismatch", 3), ("outdated", 1)]
    assert [option.code for option in filters.shapes] == ["edition", "event_date", "event_place", "office"]
    assert [(option.code, option.count) for option in filters.actions] == [
        ("fix", 2),
        ("leave", 1),
        ("note", 1),
    ]
    assert [(option.code, option.count) for option in filters.origins] == [
        ("seeds/wire.jsonl", 3),
        ("example.org", 1),
    ]
    assert (filters.new, filters.repeated) == (0, 0)


@pytest.mark.parametrize(
    ("checked", "notes"),
    [
        (diplomacy(), ()),
        (bridge(), ("In a quotation (the mayor): add a note and leave the quotation as it is.",)),
        (
            pockets(),
            (
                "Attributed to a source: check what the source said before changing it.",
                "About the future.",
            ),
        ),
    ],
)
def test_notes_tell_of_voice_and_modality(checked, notes):
    assert build_view(RUN, [checked], []).flags[-1].notes == notes


@pytest.mark.parametrize(
    ("replacement", "struck", "inserted"),
    [
        ("German Chancellor Olaf Scholz", "Angela Merkel", "Olaf Scholz"),
        ("former German Chancellor Angela Merkel", "", "former "),
        ("Chancellor Angela Merkel", "German ", ""),
        ("German Chancellor Angela Merkel", "", ""),
        ("", "German Chancellor Angela Merkel", ""),
        ("Xi", "German Chancellor Angela Merkel", "Xi"),
        ("German Chancellor Angela  Merkel", " ", "  "),
    ],
)
def test_a_repair_changes_as_few_words_as_it_can(replacement, struck, inserted):
    article = bridge()
    found = article.findings[0]
    changed = replace(found, repairs=(Repair(found.span, replacement, ()),))
    (repair,) = build_view(RUN, [replace(article, findings=(changed,))], []).flags[0].repairs
    assert (repair.struck, repair.inserted) == (struck, inserted)
    said = "“German Chancellor Angela Merkel has promised"
    assert f"{repair.before}{repair.struck}{repair.after}".startswith(said)
    mended = said.replace("German Chancellor Angela Merkel", replacement)
    assert f"{repair.before}{repair.inserted}{repair.after}".startswith(mended)


def test_folded_lists_stop_and_say_so_but_flags_do_not(monkeypatch):
    monkeypatch.setattr(module, "LISTED", 3)
    article = diplomacy()
    many = replace(article, findings=article.findings[:2] * 5)
    view = build_view(RUN, [many], [])
    assert (len(view.supported.rows), view.supported.total, view.supported.left_out) == (3, 5, 2)
    assert [len(flag.places) for flag in view.flags] == [5]


def test_offsets_beyond_the_text_do_not_break_the_report():
    article = bridge()
    broken = replace(article.findings[0], span=Span(9_000, 9_010), verdict=Verdict.MISMATCH)
    (flag,) = build_view(RUN, [replace(article, findings=(broken,))], []).flags
    assert flag.excerpt.span == ""


ORIGINS = name_origins(
    [
        Source(
            "olympics",
            "Games since 1896",
            "us",
            "https://example.org/o",
            "CC0-1.0",
            DAY,
            None,
            2,
            "2026-01-31",
        ),
        Source("leaders", "Holders of offices", "us", "", "CC0-1.0", DAY, DAY, 9, None),
        Source("hostile", "Bad address", "us", "javascript:alert(1)", "CC0-1.0", DAY, None, 0, None),
    ]
)


@pytest.mark.parametrize(
    ("source", "title", "link"),
    [
        ("olympics", "Games since 1896", "https://example.org/o"),
        ("leaders", "Holders of offices", None),
        ("hostile", "Bad address", None),
        ("unknown", "unknown", None),
        ("https://example.org/x", "https://example.org/x", "https://example.org/x"),
    ],
)
def test_a_source_goes_by_its_record(source, title, link):
    article = bridge()
    facts = (replace(article.findings[0].facts[0], source=source),)
    found = replace(article.findings[0], facts=facts)
    (flag,) = build_view(RUN, [replace(article, findings=(found,))], [], ORIGINS).flags
    assert flag.evidence[0].origin == OriginView(title, link)


def test_the_facts_behind_the_first_repair_are_shown_and_the_rest_is_folded():
    article = diplomacy()
    facts = tuple(
        replace(BEIJING, id=f"{edition}:{predicate}", predicate=predicate, text=f"{edition} {predicate}")
        for edition in ("2020", "2022")
        for predicate in ("edition_year", "took_place", "located_in", "located_in_country")
    )
    repair = Repair(article.findings[0].span, "2022 Winter Olympics", tuple(f.id for f in facts[4:]))
    found = replace(article.findings[0], facts=facts, repairs=(repair,))
    (flag,) = build_view(RUN, [replace(article, findings=(found,))], []).flags
    assert [line.text for line in flag.evidence] == [
        "2022 took_place",
        "2022 located_in",
        "2022 located_in_country",
    ]
    assert [line.text for line in flag.more] == [
        "2020 took_place",
        "2020 located_in",
        "2020 located_in_country",
        "2022 edition_year",
        "2020 edition_year",
    ]


@pytest.mark.parametrize(
    ("id", "title", "headline", "source"),
    [
        ("in/a.txt", None, "in/a.txt", None),
        ("in/a.txt", "A quay", "A quay", "in/a.txt"),
        ("n-1", None, "n-1", "in/a.txt"),
        ("n-1", "in/a.txt", "in/a.txt", None),
    ],
)
def test_a_path_is_shown_once(id, title, headline, source):
    view = build_article(1, Article(id, "text", "in/a.txt", title))
    assert (view.headline, view.source) == (headline, source)


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.org/a?b=1#c", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/hosts", False),
        ("//example.org", False),
        ("https:alert(1)", False),
        ("https://[broken", False),
        ("olympics", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(address, followed):
    assert web_link(address) == (address if followed else None)
