"""Weak names of elections: firm by words of the article, open where another country may be meant."""

import pytest

from conftest import Check, flags

FLAGGED = [
    ("The Justice Department looked into the 2015 presidential election.", "2015 presidential election"),
    ("Robert Mueller examined Russian meddling in the 2018 presidential election.", "2018 presidential election"),
    ("Romney lost Ohio in the 2013 presidential election cycle.", "2013 presidential election"),
    ("Republicans lost the House in the 2017 midterms despite the war in Ukraine.", "2017 midterms"),
    ("Donald Trump beat Hillary Clinton in the 2015 general election.", "2015 general election"),
    ("Barack Obama carried Ohio in the 2009 and 2012 presidential elections.", "2009"),
    # Nothing else is spoken of than the one that the world watches.
    ("Hackers were blamed for leaks before the 2015 presidential election.", "2015 presidential election"),
    ("Turnout is expected to fall in the November 2018 presidential election.", "2018 presidential election"),
    ("Congress delayed the reform until after the 2021 midterm elections.", "2021 midterm elections"),
    ("Romney would have won if the 2013 presidential election were held today.", "2013 presidential election"),
    ("Trump's campaign chief Manafort advised Syria before the 2013 presidential election.", "2013 presidential election"),
    ("The Supreme Court and the Times agreed on the 2018 presidential election.", "2018 presidential election"),
    ("The FBI spoke of our 2018 presidential election.", "2018 presidential election"),
    ("If the 2013 presidential election between Mitt Romney and Barack Obama were held today, it would be close.", "2013 presidential election"),
    # Ukraine is known to have voted in other years.
    ("Trump asked Ukraine for help before the 2018 presidential election.", "2018 presidential election"),
    ("Did Moscow, as the FBI believes, interfere in the disputed 2015 presidential election?", "2015 presidential election"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span"), FLAGGED)
def test_a_firm_name_is_judged(check: Check, text: str, span: str) -> None:
    (flag,) = flags(check(text, "2019-06-01"))
    assert (flag.span.of(text), flag.reason.value) == (span, "no_such_edition")


OPEN = [
    "He lost the 2015 presidential election.",
    "The party hopes to do better than in the 2015 presidential election in Zanzibar.",
    "Parliament met for the first time since the 2015 presidential election.",
    "FIFA said that the 2015 presidential election would go ahead.",
    # Macron's France voted in 2017, and it was not France that meddled.
    "Asked about Mueller, Macron spoke of Russian meddling in the 2017 presidential election.",
    # Russia voted in 2018, and it is not said to have meddled.
    "The White House commented on Vladimir Putin and the 2018 presidential election.",
    "Moscow accused the White House of meddling in the 2018 presidential election.",
    "The White House welcomed the result of Nigeria's 2015 presidential election.",
    "The FBI spoke of the 2019 presidential election in Ukraine.",
    "Manafort worked in Ukraine in the 2010 presidential election.",
    "Christie leads in hypothetical 2013 general election matchups.",
    "The GOP senator watched Kenya's 2013 presidential election.",
    # Midterms are held elsewhere, too.
    "The White House saw Argentina's president lose the 2017 midterms.",
    # States vote in odd years.
    "Donald Trump backed the Republican in Virginia's 2017 general election.",
    "The White House congratulated Theresa May on the 2017 general election.",
    "The White House spoke of the planned 2019 presidential election.",
    "The 2016 and 2020 presidential elections were close, the White House said.",
    "The 2018 and 2022 Winter Olympics were held in Pyeongchang and Beijing.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_may_mean_another_election_stays_open(check: Check, text: str) -> None:
    assert flags(check(text, "2019-06-01")) == []


AHEAD = "Republicans in the House prepare for the {} midterms, which will be close."
BEHIND = "Republicans in the House won the {} midterms, which were close."


@pytest.mark.parametrize(("text", "year"), [(AHEAD, "2018"), (BEHIND, "2014")])
def test_what_the_sentence_looks_to_ranks_the_repairs(check: Check, text: str, year: str) -> None:
    (flag,) = flags(check(text.format(2016), "2017-03-01"))
    assert flag.repairs[0].replacement == f"{year} midterms"
