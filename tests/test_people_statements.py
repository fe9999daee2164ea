"""Statements on people, offices, awards and members that follow from several facts together."""

import pytest

from claims.check import CheckedArticle
from claims.records import Finding, Verdict
from conftest import Check, flags

FLAGGED = [
    ("2020-09-19", "Ruth Bader Ginsburg died on Friday. She was 83.", "83", "87"),
    ("2022-09-14", "Jean-Luc Godard, the director, died on Tuesday at 81.", "81", "91"),
    ("2024-03-12", "Sweden became NATO's 31st member last week.", "31st", "32nd"),
    ("2013-07-02", "Croatia became the 27th member of the European Union on Monday.", "27th", "28th"),
    ("2022-06-07", "Angela Merkel stepped down after 12 years as chancellor.", "12 years", "16 years"),
    ("2019-09-06", "Robert Mugabe, who ruled Zimbabwe for 27 years, has died.", "27 years", "37 years"),
    ("2016-07-14", "Gordon Brown succeeded John Major as British prime minister.", "John Major", "Tony Blair"),
    ("2021-05-10", "Donald Trump left office in January 2020.", "January 2020", "January 2021"),
    ("2016-10-05", "Barack Obama was re-elected in 2010.", "2010", "2012"),
    (
        "2019-07-26",
        'Leonardo DiCaprio won the Oscar for best actor for "The Wolf of Wall Street".',
        "The Wolf of Wall Street",
        "The Revenant",
    ),
    ("2020-03-05", 'Hilary Mantel won the Booker Prize in 2009 for "Bring Up the Bodies".', "Bring Up the Bodies", "Wolf Hall"),
    ("2013-12-10", "The 2013 Nobel Prize in Physics went to Peter Higgs and Stephen Hawking.", "Stephen Hawking", "François Englert"),
    ("2017-06-01", "Maryam Mirzakhani became the first woman to win the Fields Medal in 2010.", "2010", "2014"),
    ("2019-08-04", "Iraqi President Ebrahim Raisi spoke in Tehran.", "Iraqi President Ebrahim Raisi", ""),
    ("2012-06-03", "Pope Francis celebrated Mass in Milan.", "Pope Francis", "Benedict XVI"),
    ("2020-04-15", "He blames the World Health Organization, whose director-general, Kristalina Georgieva, spoke.", "Kristalina Georgieva", "Tedros"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "span", "repair"), FLAGGED)
def test_what_does_not_follow_is_flagged(check: Check, day: str, text: str, span: str, repair: str) -> None:
    found = [f for f in flags(check(text, day)) if span in f.span.of(text)]
    assert found
    assert not repair or any(repair in r.replacement for f in found for r in f.repairs[:2])


def test_a_president_is_elected_in_no_year_without_elections(check: Check) -> None:
    (flag,) = flags(
        check("Since President Donald Trump was elected in 2015, tariffs have risen.", "2018-05-10")
    )
    assert flag.repairs[0].replacement == "2016"


TRUE = [
    ("2013-12-06", "Nelson Mandela, who died on Thursday at the age of 95, is mourned.", "age"),
    ("2023-04-05", "Finland became the 31st member of NATO on Tuesday.", "member_number"),
    ("2015-05-10", "Hillary Clinton, who served four years as secretary of state, spoke.", "years_in_office"),
    ("2019-10-10", "Mario Draghi took over from Jean-Claude Trichet in 2011.", "succeeded"),
    ("2017-02-10", "Barack Obama left office in January 2017.", "in_office_to"),
    ("2006-05-10", "George W. Bush was re-elected in 2004.", "elected_again"),
    ("2018-05-10", "Since President Donald Trump was elected in 2016, tariffs have risen.", "elected"),
    ("2020-10-10", 'Frances McDormand won the Oscar for best actress for "Fargo".', "won_for"),
    ("2015-05-10", "Italy was a founding member of NATO.", "member_of"),
    ("2019-03-15", "Switzerland, which is not a member of the European Union, trades with it.", "member_of"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "predicate"), TRUE)
def test_what_follows_is_borne_out(check: Check, day: str, text: str, predicate: str) -> None:
    found = check(text, day)
    assert flags(found) == []
    assert Verdict.SUPPORTED in {f.verdict for f in _of(found, predicate)}


SILENT = [
    # Resigned is who says so, and in office until the successor comes.
    ("2022-12-10", "Boris Johnson resigned as prime minister in July 2022."),
    ("2025-06-10", "Justin Trudeau stepped down in January 2025."),
    # Another office.
    ("2017-05-10", "When Barack Obama took office in 2005, few knew him."),
    ("2016-05-10", "David Cameron was re-elected in 2015."),
    # Elected to another office, or to one that the title does not name.
    ("2022-05-10", "President Joe Biden was elected in 1972, when Richard Nixon won."),
    ("2024-05-10", "President Bill Clinton was elected in 1990, on the eve of war."),
    ("2005-05-10", "President George W. Bush was elected in 1998."),
    ("2018-05-10", "Vice President Mike Pence was elected in 2012."),
    ("2018-05-10", "Donald Trump was elected in 2014 to the hall of fame."),
    # A part of a longer term.
    ("2021-12-10", "Angela Merkel was chancellor from 2005 to 2009 in a coalition with the Social Democrats."),
    # Not the number in the line: one of three.
    ("2019-10-03", "A third president, Richard Nixon, resigned in the face of it."),
    # An age at something else than death.
    ("2019-10-03", "Ruth Bader Ginsburg joined the court in 1993. She was 60."),
    # Elected, and not yet in office; in another parliament.
    ("2018-05-28", "Carlo Cottarelli was named prime minister of Italy on Monday."),
    ("2013-06-20", "House Speaker Michael Madigan called a vote in Springfield."),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text"), SILENT)
def test_what_may_be_so_is_left_alone(check: Check, day: str, text: str) -> None:
    assert flags(check(text, day)) == []


def _of(found: CheckedArticle, predicate: str) -> list[Finding]:
    return [finding for finding in found.findings if finding.claim.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Barack Obama, who won the Nobel in 2008, was there.", ["2008"]),
        ("Barack Obama, who won the Nobel in 2009, was there.", []),
        ("Carrie Fisher, the actress who played Princess Leia, died on Tuesday. She was 64.", ["64"]),
        ("Carrie Fisher, the actress who played Princess Leia, died on Tuesday. She was 60.", []),
        ("Carrie Fisher played Princess Leia on Tuesday. She was 19.", []),
        ("Ringo Starr was born in Manchester.", ["Manchester"]),
        ("Margaret Thatcher was born in Nottingham.", []),
    ],
)
def test_prizes_without_a_category_descriptions_and_cities_of_two_countries(
    check: Check, text: str, flagged: list[str]
) -> None:
    """Manchester is in New Hampshire, too, and no part of Liverpool; Nottingham is near Grantham; Leia is not she who died."""
    assert [flag.span.of(text) for flag in flags(check(text, "2016-12-28"))] == flagged
