"""Figures of countries: read in many wordings, left alone where something else is said, refuted only where no revision explains it."""

from datetime import date

import pytest

from claims.extracting.extract import extract_claims
from claims.extracting.phrasings import anchors_of, figure_phrasings
from claims.records import Article, Claim, Verdict
from claims.store.open import Store
from conftest import Check

DAY = "2016-06-01"

READ = [
    ("Population of Peru: 31,376,670 - 44th in the world.", "population", 31_376_670),
    ("The total population in Peru was last recorded at 31.2 million people in 2015.", "population", 31.2e6),
    ("The population of Peru (as of July 2015) is 31,376,670.", "population", 31_376_670),
    ("The population of Peru, as estimated in 2015, is 31,000,000.", "population", 31e6),
    ("The population of Peru in 2015 was estimated by the United Nations at 31,376,670.", "population", 31_376_670),
    ("The population of Peru is 31 376 670 inhabitants.", "population", 31_376_670),
    ("Peru has an estimated 2015 population of 31 million.", "population", 31e6),
    ("With a population of 31 million, Peru is the fourth largest country of its continent.", "population", 31e6),
    ("Peru covers a large part of the Andes and has a population of 31 million.", "population", 31e6),
    ("Inflation (average, %) for Peru in year 2015 was 3.5 %.", "inflation", 3.5),
    ("The Gross Domestic Product (GDP) in Peru was worth 189.8 billion US dollars in 2015.", "gdp", 189.8e9),
    ("Peru GDP per capita (current US$) 2015: 6,114.", "gdp_per_person", 6114),
    ("The value for Life expectancy at birth, total (years) in Peru was 75.3 as of 2015.", "life_expectancy", 75.3),
    ("Peru, where unemployment stood at 6 percent, hired more nurses.", "unemployment", 6),
    ("Spain's 22 percent unemployment rate is the second highest of the euro area.", "unemployment", 22),
    ("An unemployment rate of 22 percent in Spain has emptied whole villages.", "unemployment", 22),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "value"), READ)
def test_a_figure_is_read(store: Store, text: str, predicate: str, value: float) -> None:
    (claim,) = _claims(text, store)
    assert claim.predicate == predicate
    assert claim.checked.quantity
    assert claim.checked.quantity.stated == pytest.approx((value,))


SOMETHING_ELSE = [
    "The literacy rate of the population of Peru is 94 percent.",
    "The urban population of Peru is 24 million.",
    "The population of Peru is 95 percent Catholic.",
    "The population of Peru is 24 people per square kilometre.",
    "The population of Peru is 31 , 376 , 670.",
    "Unemployment in Spain was up by 3 percent.",
    "The population of Peru is three times that of Bolivia.",
    "Bolivia, a neighbour of Peru, has a population of 11 million.",
    "The GDP (PPP) of Peru was 389 billion US dollars in 2015.",
    "An unemployment rate of 31 percent in Spain's south has emptied whole villages.",
]


@pytest.mark.parametrize("text", SOMETHING_ELSE)
def test_what_is_said_of_something_else_is_no_figure_of_the_country(store: Store, text: str) -> None:
    assert [c for c in _claims(text, store) if "country/peru" in c.slots[0].entities or "Spain" in text] == []


BOUND = [
    "The population of Peru in 2003 was 27 million, and has grown since 2010.",
    "In 2003, the population of Peru was 27 million, a number that has grown since 2010.",
    "In 2003 Peru had a population of 27 million, but it has grown since 2010.",
]


@pytest.mark.parametrize("text", BOUND)
def test_a_year_beside_the_number_is_the_claims_own(store: Store, text: str) -> None:
    (claim,) = _claims(text, store)
    assert [slot.text for slot in claim.all_slots("time")] == ["2003"]


def test_every_wording_of_figures_compiles_and_can_be_looked_up(store: Store) -> None:
    phrasings = list(figure_phrasings(store))
    assert len(phrasings) > 200
    for phrasing in phrasings:
        assert anchors_of(phrasing.phrase, phrasing.predicate)
        assert phrasing.pattern.groupindex.keys() >= {"subject", "value"}


JUDGED = [
    ("The population of Germany is about 81 million.", Verdict.SUPPORTED),
    ("The population of Germany is about 76 million.", Verdict.NOT_ENOUGH_INFO),
    ("The population of Germany is 62 million.", Verdict.MISMATCH),
    ("The population of China is more than 1.3 billion.", Verdict.SUPPORTED),
    ("The population of China is more than 300 million.", Verdict.NOT_ENOUGH_INFO),
    ("In 2003, the population of Georgia was 5.1 million.", Verdict.NOT_ENOUGH_INFO),
    ("The population of Italy in 2003 was 75.6 million.", Verdict.MISMATCH),
    ("The GDP of Kenya in 2012 was 37 billion US dollars.", Verdict.NOT_ENOUGH_INFO),
    ("The life expectancy in Japan was 64 years in 2014.", Verdict.MISMATCH),
]


@pytest.mark.parametrize(("text", "verdict"), JUDGED)
def test_a_figure_is_judged_by_what_revisions_leave(check: Check, text: str, verdict: Verdict) -> None:
    (finding,) = [f for f in check(text, DAY).findings if f.claim.shape == "statistic"]
    assert finding.verdict is verdict
    assert bool(finding.repairs) is (verdict is Verdict.MISMATCH)


def _claims(text: str, store: Store) -> list[Claim]:
    extraction = extract_claims(Article("a", text, "a", published=date.fromisoformat(DAY)), store)
    return [claim for claim in extraction.claims if claim.shape == "statistic"]
