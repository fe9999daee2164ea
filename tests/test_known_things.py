"""Works, companies, lives, sights and anniversaries: what is known of them, and when nothing may be said."""

import pytest

from claims.records import Shape
from conftest import Check, flags

FLAGGED = [
    # text, published, shape, span, first repair
    ('"Top Gun", which came out in 1984, made him a star.', "2022-05-27", Shape.WORK, "1984", "1986"),
    ('The film "Psycho", released in 1966, is black and white.', "2019-01-01", Shape.WORK, "1966", "1960"),
    ("George Orwell's novel Animal Farm, first published in 1954, sells.", "2022-08-17", Shape.WORK, "1954", "1945"),
    ("The Mona Lisa, painted by Michelangelo, hangs in Paris.", "2016-07-29", Shape.WORK, "Michelangelo", "Leonardo da Vinci"),
    ('J. D. Salinger, the author of "On the Road", was shy.', "2013-09-27", Shape.WORK, 'J. D. Salinger, the author of "On the Road', "Jack Kerouac"),
    ("Apple, the company that Steve Jobs set up in a garage in 1967, is rich.", "2020-08-20", Shape.COMPANY, "1967", "1976"),
    ("Jack Ma, the founder of Microsoft, is away.", "2021-01-06", Shape.COMPANY, "Jack Ma, the founder of Microsoft", "Bill Gates"),
    ("Volkswagen, based in Stuttgart, will pay.", "2016-06-28", Shape.COMPANY, "Stuttgart", "Wolfsburg"),
    ("Steve Ballmer, the chief executive of Microsoft, said so yesterday.", "2016-05-05", Shape.OFFICE, "Steve Ballmer, the chief executive of Microsoft", "Satya Nadella"),
    ("Albert Einstein was born in Warsaw.", "2021-11-23", Shape.BIOGRAPHY, "Warsaw", "Ulm"),
    ("Two men are missing on Kilimanjaro, in Kenya, after a storm.", "2019-02-27", Shape.GEOGRAPHY, "Kenya", "Tanzania"),
    ("Elizabeth II, who died on 8 August 2022, will be buried beside her husband.", "2022-09-10", Shape.BIOGRAPHY, "8 August 2022", "8 September 2022"),
    ("Gabriel García Márquez received the Nobel Prize in Literature in 1992.", "2016-10-14", Shape.AWARD, "Gabriel García Márquez received the Nobel Prize in Literature in 1992", "1982"),
    ("Robert Mugabe ruled Zimbabwe from 1980 until 2013.", "2019-09-06", Shape.TERM, "from 1980 until 2013", ""),
    ("Malala Yousafzai won the Nobel Peace Prize in 2012.", "2020-06-19", Shape.AWARD, "Malala Yousafzai won the Nobel Peace Prize in 2012", "2014"),
    ("At the 40th anniversary of the fall of the Berlin Wall they sang.", "2019-11-09", Shape.EVENT_DATE, "40th anniversary", "30th anniversary"),
    ("Portugal won Euro 2018 in France.", "2019-06-10", Shape.EDITION, "Euro 2018", "Euro 2016"),
    ("President Nicolás Maduro of Colombia said so on Thursday.", "2019-02-01", Shape.OFFICE, "President Nicolás Maduro of Colombia", None),
    ("France won the 2018 World Cup by beating Belgium in the final.", "2022-11-23", Shape.AWARD, "Belgium", "Croatia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "shape", "span", "repair"), FLAGGED)
def test_a_wrong_value_is_flagged(
    check: Check, text: str, day: str, shape: Shape, span: str, repair: str | None
) -> None:
    found = {(flag.claim.shape, flag.span.of(text)): flag for flag in flags(check(text, day))}
    assert (shape, span) in found
    if repair:
        assert found[shape, span].repairs[0].replacement == repair


SILENT = [
    ("Russia won the right to host the 2018 World Cup in a vote in Zurich.", "2018-06-12"),
    ("Brazil beat Mexico 2-0 in the 2018 World Cup.", "2018-07-12"),
    ('"True Grit", directed by Henry Hathaway, won John Wayne his Oscar.', "2018-06-12"),
    ('"The Lion King", which opened in London in 1999, still runs.', "2018-06-12"),
    ('"Avatar", released on DVD in 2012, sold well.', "2018-06-12"),
    ("Barack Obama was born in Kenya, Donald Trump once claimed.", "2018-06-12"),
    ("Narendra Modi took office in 2001.", "2018-06-12"),
    ("Vladimir Putin, in power since 2000, is back.", "2016-07-12"),
    ("The 100th anniversary of World War I was marked.", "2016-07-12"),
    ("Germany, with 3 million people unemployed, votes.", "2018-06-12"),
    ("Uber, launched in London in 2012, is big.", "2018-06-12"),
    ('"Chadwick Boseman passed away this evening," the president wrote.', "2020-09-02"),
    ("Elizabeth II died on Thursday at Balmoral.", "2022-09-09"),
    ('"Jaws" opened on this day in 1975.', "2015-06-20"),
    ("They are friends who met in 1984; Friends of the Earth was founded in 1969.", "2015-06-20"),
    ('"Les Misérables" opened in London in 1985.', "2015-06-20"),
    ('"West Side Story", which opened on Broadway in 1957, is back.', "2021-11-30"),
    ('Tom Cruise\'s "Top Gun" is old.', "2022-05-27"),
    ("He was elected after claiming that Barack Obama was born in Kenya.", "2017-05-24"),
    ("A new production of La Traviata, directed by Steven Spielberg, opens.", "2017-05-24"),
    ("A briefing on COP26 in London on Tuesday left out coal.", "2021-10-26"),
    ("The 70th anniversary of the fall of the Berlin Wall will come in 2059.", "2019-11-09"),
    ("The skiers meet for the 2014 World Cup in Germany.", "2014-01-10"),
    ("The euro 2018 was weak.", "2018-05-05"),
    ("Boeing, based in Chicago, lost a tenth.", "2019-03-18"),
]


@pytest.mark.parametrize(("text", "day"), SILENT)
def test_nothing_is_flagged(check: Check, text: str, day: str) -> None:
    assert [(flag.span.of(text), flag.explanation) for flag in flags(check(text, day))] == []
