"""A claim's text that stands alone: its clause, names in full, dates for times told from the article's date."""

from datetime import date

import pytest

from claims.check import extract_article
from claims.extracting.standalone.cut_clause import cut_clause
from claims.extracting.standalone.edits import Edit, apply_edits
from claims.records import Article, Span
from claims.store.open import Store

PUBLISHED = date(2022, 12, 30)  # a Friday

TEXTS = [
    # Times.
    ("The 2022 Winter Olympics opened last February.", "event_date", "The 2022 Winter Olympics opened in February 2022."),
    ("The 2018 Winter Olympics opened in Pyeongchang, he said yesterday.", "event_place", "The 2018 Winter Olympics opened in Pyeongchang."),
    ("World War II ended in 1945, not last year.", "event_date", "World War II ended in 1945, not in 2021."),
    # Names.
    ("Margaret Thatcher dominated the decade. She was born in 1925.", "biography", "Margaret Thatcher was born in 1925."),
    ("Margaret Thatcher dominated the decade. Thatcher was born in 1925.", "biography", "Margaret Thatcher was born in 1925."),
    ("Microsoft is based in Redmond. The company was founded in 1975.", "company", "Microsoft was founded in 1975."),
    # Offices that go with a name.
    ("German Chancellor Angela Merkel spoke for an hour.", "office", "Angela Merkel was German Chancellor."),
    ("Former French President Nicolas Sarkozy spoke for an hour.", "office", "Nicolas Sarkozy had been French President before 30 December 2022."),
    ("GERMAN CHANCELLOR ANGELA MERKEL, 60, SPOKE.", "office", "Angela Merkel was German Chancellor."),
    ("Republican President Ronald Reagan spoke for an hour.", "office", "Ronald Reagan was President."),
    ("Deposed German Chancellor Angela Merkel spoke for an hour.", "office", "Angela Merkel had been German Chancellor before 30 December 2022."),
    ("The aide said on Friday the crisis of 2015 was one that German Chancellor Angela Merkel knew.", "office", "Angela Merkel was German Chancellor."),
    ("The court ruled against German Chancellor Angela Merkel on Thursday.", "office", "Angela Merkel was German Chancellor."),
    ("BERLIN – German Chancellor Angela Merkel spoke on Thursday.", "office", "Angela Merkel was German Chancellor on 30 December 2022."),
    ("LONDON, Jan. 5 (Agency) - World War II ended in 1945.", "event_date", "World War II ended in 1945."),
    ("ST. LOUIS/PARIS, 5 January 2022 (Wire-X) — World War II ended in 1945.", "event_date", "World War II ended in 1945."),
    ("Though the inquiry concluded that World War II ended in 1945, they said it went on.", "event_date", "The inquiry concluded that World War II ended in 1945."),
    ("The new German Chancellor, Angela Merkel, spoke for an hour.", "office", "Angela Merkel was German Chancellor."),
    ("Germany’s former Chancellor, Angela Merkel, spoke for an hour.", "office", "Angela Merkel had been Germany’s Chancellor before 30 December 2022."),
    # Ages in lists.
    ("The elder ones, Bill Clinton, 76, and Angela Merkel, 68, were there.", "biography", "Angela Merkel was 68 years old."),
    ("Police said Ann Roe, 20, Bob Poe, 43, and Cid Moe, 37, left.", "biography", "Cid Moe was 37 years old."),
    ("The Good Friday Agreement was signed in 1998.", "event_date", "The Good Friday Agreement was signed in 1998."),
    # The clause.
    ("(World War II ended in 1945.)", "event_date", "World War II ended in 1945."),
    ("But Poland joined NATO in 1999, and the government has spent more ever since.", "membership", "Poland joined NATO in 1999."),
    ("The minister said on Friday that Poland joined NATO in 1999.", "membership", "Poland joined NATO in 1999."),
    ("“Poland joined NATO in 1999,” the minister said.", "membership", "Poland joined NATO in 1999."),
]  # fmt: skip


def texts(store: Store, text: str, published: date | None = PUBLISHED) -> dict[str, str]:
    extraction = extract_article(Article("a", text, "a", published=published), store).extraction
    return {str(claim.shape): claim.text for claim in extraction.claims}


@pytest.mark.parametrize(("text", "shape", "expected"), TEXTS)
def test_a_claim_is_said_in_words_that_stand_alone(
    store: Store, text: str, shape: str, expected: str
) -> None:
    assert texts(store, text)[shape] == expected


LEFT = [
    # Two persons: who "she" is stays open.
    ("Margaret Thatcher met Barbara Bush. She was there when World War II ended in 1945.", "event_date", "She was there when World War II ended in 1945."),
    # Who is told in full in the clause is not told so again.
    ("The 2018 Winter Olympics opened in Pyeongchang when Angela Merkel was at her desk.", "event_place", "The 2018 Winter Olympics opened in Pyeongchang when Angela Merkel was at her desk."),
    # A name used as an adjective is no person.
    ("World War II ended in 1945, and the Thatcher government began in 1979.", "event_date", "World War II ended in 1945."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shape", "expected"), LEFT)
def test_what_is_not_clear_stays(store: Store, text: str, shape: str, expected: str) -> None:
    assert texts(store, text)[shape] == expected


POINTERS = [
    ("Angela Merkel met Emmanuel Macron. The two leaders were in Paris when World War I ended in 1918.", "Angela Merkel and Emmanuel Macron were in Paris when World War I ended in 1918."),
    ("Angela Merkel spoke. Her party was small when World War I ended in 1918.", "Angela Merkel’s party was small when World War I ended in 1918."),
    ("Angela Merkel spoke. The 68-year-old was told that World War I ended in 1918 by a friend.", "World War I ended in 1918 by a friend."),
    ("Angela Merkel spoke. The 68-year-old knows World War I ended in 1918.", "Angela Merkel knows World War I ended in 1918."),
    ("Angela Merkel spoke. The 68-year-old house was new when World War I ended in 1918.", "The 68-year-old house was new when World War I ended in 1918."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POINTERS)
def test_what_points_back_is_named(store: Store, text: str, expected: str) -> None:
    assert texts(store, text)["event_date"] == expected


def test_without_a_date_times_stay(store: Store) -> None:
    said = texts(store, "The 2022 Winter Olympics opened in Beijing last February.", None)
    assert said["event_place"] == "The 2022 Winter Olympics opened in Beijing last February."


SENTENCES = [
    ("WARSAW (AP) - Rain fell on Poland.", "Rain fell", "Rain fell on Poland"),
    ("Rain fell on Poland; the river rose.", "Rain fell", "Rain fell on Poland"),
    ("Rain fell on Poland; the river rose.", "river rose", "the river rose"),
    ("Rain fell on Poland, and the river rose.", "river rose", "the river rose"),
    ("Rain fell on Poland, which had waited for it.", "fell on", "Rain fell on Poland"),
    ("Rain fell on Poland, according to the office.", "fell on", "Rain fell on Poland"),
    ("However, rain fell on Poland.", "fell", "rain fell on Poland"),
    # A list is no clause, and a subordinate clause stands not alone.
    ("Rain, snow, and the wind hit Poland.", "Rain", "Rain, snow, and the wind hit Poland"),
    ("When rain fell on Poland, and the river rose, people left.", "fell", "When rain fell on Poland, and the river rose, people left"),
    # The main verb comes after the relative clause.
    ("Poland, which had waited, saw rain.", "Poland", "Poland, which had waited, saw rain"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "needed", "clause"), SENTENCES)
def test_a_clause_is_cut_only_where_it_stands_alone(sentence: str, needed: str, clause: str) -> None:
    start = sentence.index(needed)
    cut = cut_clause(sentence, Span(0, len(sentence)), Span(start, start + len(needed)))
    assert cut.of(sentence).rstrip(".") == clause


def test_edits_fall_away_outside_and_where_they_overlap() -> None:
    edits = [Edit(Span(0, 1), "X"), Edit(Span(2, 4), "YY"), Edit(Span(3, 5), "Z"), Edit(Span(8, 9), "W")]
    assert apply_edits("a bcde fg", Span(2, 7), edits) == "YYde "
