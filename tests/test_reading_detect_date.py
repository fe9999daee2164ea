from datetime import date

import pytest

from claims.reading.detect_date import detect_date
from claims.reading.read_date import read_date

STORY = "The council of the harbour town voted on Tuesday to widen the north quay."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Friday, January 4, 2019", date(2019, 1, 4)),
        ("\n\n\nFriday, January 4, 2019\xa0 \n", date(2019, 1, 4)),
        ("Fri, 4 Jan 2019", date(2019, 1, 4)),
        ("30 December 2022", date(2022, 12, 30)),
        ("Jan. 4, 2019", date(2019, 1, 4)),
        ("January 4th, 2019", date(2019, 1, 4)),
        ("4th of January 2019", date(2019, 1, 4)),
        ("2021-03-04", date(2021, 3, 4)),
        ("30.12.2022", date(2022, 12, 30)),
        ("4. 3. 2021", date(2021, 3, 4)),
        ("04.03.2021, 10:30", date(2021, 3, 4)),
        ("Fri, 30.12.2022", date(2022, 12, 30)),
        ("Published: 30.12.2022", date(2022, 12, 30)),
        (f"BERLIN, 30.12.2022 - {STORY}", date(2022, 12, 30)),
        (f"BERLIN (dpa) 30.12.2022 – {STORY}", date(2022, 12, 30)),
        (f"BERLIN, 30 Dec 2022 (Reuters) - {STORY}", date(2022, 12, 30)),
        (f"BERLIN, 30 Dec 2022 — {STORY}", date(2022, 12, 30)),
        (f"Berlin, 30.12.2022 – {STORY}", date(2022, 12, 30)),
        (f"Berlin, 30 Dec 2022 – {STORY}", date(2022, 12, 30)),
        (f"St. Paul, Minn., Jan. 4, 2019 (AP) -- {STORY}", date(2019, 1, 4)),
        (f"Cape Town, 30 Dec. 2022 (AP) - “{STORY}”", date(2022, 12, 30)),
        ("2021-03-04T10:30:00Z", date(2021, 3, 4)),
        ("2021-03-04 10:30:00+01:00", date(2021, 3, 4)),
        ("March 4, 2021 10:30 a.m. EST", date(2021, 3, 4)),
        ("March 4, 2021 at 5 p.m.", date(2021, 3, 4)),
        ("**30 December 2022**", date(2022, 12, 30)),
        ("Quay to be widened\n\nBy the harbour desk\n\n30 December 2022", date(2022, 12, 30)),
        ("By the harbour desk | January 4, 2019 | 3 min read", date(2019, 1, 4)),
        ("Published: 2021-03-04", date(2021, 3, 4)),
        ("Published on March 4, 2021", date(2021, 3, 4)),
        ("**Published:** March 4, 2021", date(2021, 3, 4)),
        ("Publication date: 4 March 2021", date(2021, 3, 4)),
        ("Posted 3 March 2021", date(2021, 3, 3)),
        ("Updated 3 March 2021", date(2021, 3, 3)),
        ("Last updated: 3 March 2021, 10:30 GMT", date(2021, 3, 3)),
        ("Updated 3 March 2021\nPublished 1 March 2021", date(2021, 3, 1)),
        ("Published 1 March 2021 | Updated 3 March 2021", date(2021, 3, 1)),
        (f"LONDON, Feb 3, 2021 (Reuters) - {STORY}", date(2021, 2, 3)),
        (f"LONDON, Feb. 3, 2021 — {STORY}", date(2021, 2, 3)),
        (f"NEW YORK, March 3, 2021 /PRNewswire/ -- {STORY}", date(2021, 3, 3)),
        (f"ST. PAUL, Minn., Jan. 4, 2019 (AP) — {STORY}", date(2019, 1, 4)),
        (f"PARIS (AFP) 4 January 2019 - {STORY}", date(2019, 1, 4)),
        (f"BERLIN, Germany, Fri., Jan. 4, 2019 – {STORY}", date(2019, 1, 4)),
        (f"WASHINGTON (AP) — January 4, 2019 — {STORY}", date(2019, 1, 4)),
        (f"GENEVA, 2021-02-03 - {STORY}", date(2021, 2, 3)),
        (f"LONDON, 3 February 2021\n{STORY}", date(2021, 2, 3)),
        (f"LONDON, Feb 3, 2021 (Reuters) - {STORY * 20}", date(2021, 2, 3)),
    ],
)
def test_finds_the_date_of_the_head(head, expected):
    assert detect_date(f"{head}\n\n{STORY}") == expected


@pytest.mark.parametrize(
    "head",
    [
        "",
        "Friday, January 4",  # no year
        "January 2019",  # no day
        "2019",
        "Friday",
        "yesterday",
        "04/03/2021",  # the 4th of March or the 3rd of April
        "Feb 30, 2021",
        "2021-02-30",
        "30.13.2022",
        "31.02.2022",
        "30.12.22",
        "3.2021",
        "Mon, 30.12.2022",  # it was a Friday
        "Version 30.12.2022 is out.",
        "Leith, 4 January 2019 – a day to remember in the harbour.",
        "Leith, 4 January 2019",
        "The quay of Leith, 4 January 2019 – The council looks on.",
        "Monday, January 4, 2019",  # it was a Friday
        "4-6 January 2019",
        "around 4 January 2019",
        "before 4 January 2019",
        "January 4, 2019 and January 5, 2019",
        "On January 4, 2019, the council of the harbour town voted to widen the north quay.",
        "January 4, 2019, was the day on which the council voted.",
        "A crane on the north quay, January 4, 2019.",
        "The harbour of Leith, Scotland, January 4, 2019 (press photo)",
        "NATO said on Feb 3, 2021 - two days late - that it would come.",
        "LONDON, 3 February 2021-24 plan",
        "NATO, Feb 3, 2021 was its day.",
        "LONDON, " + "Upper Lower Middle " * 12 + "4 January 2019",
        "LONDON, Feb 3 (Reuters) - The council voted.",
        "Updated plans for 4 January 2019 were shown.",
    ],
)
def test_guesses_nothing(head):
    assert detect_date(f"{head}\n\n{STORY}") is None


def test_a_date_below_the_head_is_part_of_the_story():
    lines = [STORY] * 6
    assert detect_date("\n".join([*lines[:5], "4 January 2019"])) == date(2019, 1, 4)
    assert detect_date("\n".join([*lines, "4 January 2019"])) is None


@pytest.mark.parametrize("filler", [" ", "\n", "\r\n \r\n", "* ", "A", "A ", "Published "])
@pytest.mark.timeout(5)
def test_takes_no_time_over_strange_texts(filler):
    assert detect_date("x" + filler * (2_000_000 // len(filler))) is None


def test_read_date_takes_the_whole_text_only():
    assert read_date("Fri, 4 Jan 2019, 10:30 GMT") == date(2019, 1, 4)
    assert read_date("Fri, 4 Jan 2019, at the quay") is None
    assert read_date("") is None
