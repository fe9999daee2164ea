"""General names of elections: whose they are, and when that may be held against a text."""

import pytest

from conftest import flags, summary

WRONG = [
    ("2020-03-26", "Italy has seen turmoil, with its 2017 general election favouring the right.", "2018 general election"),
    ("2018-03-26", "In Britain, the 2016 general election cost the Conservatives their majority.", "2017 general election"),
    ("2018-03-26", "Theresa May lost her majority in the 2016 general election.", "2017 general election"),
    ("2018-03-26", "Emmanuel Macron beat Marine Le Pen in the 2016 presidential election.", "2017 presidential election"),
    ("2018-03-26", "Germany's 2016 federal election brought a new party into parliament.", "2017 federal election"),
    ("2019-03-26", "Brazil's presidential election in 2017 was close.", "presidential election in 2018"),
    ("2018-03-26", "Spain's snap 2017 general election changed little.", "2016 general election"),
    ("2018-03-01", "Manafort knew Iraq. Robert Mueller looks into meddling in the 2015 presidential election.", "2016 presidential election"),
    ("2018-03-01", "Mexico was angry. In the 2015 midterm elections Republicans took the Senate.", "2014 midterm elections"),
    ("2018-06-01", "Germany's federal election in September 2016 left Merkel weak.", "federal election in September 2017"),
    ("2014-06-01", "The general election in 2012 in Italy ended in a stalemate.", "general election in 2013"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "repair"), WRONG)
def test_a_year_without_the_countrys_vote_is_flagged(check, day: str, text: str, repair: str) -> None:
    (flag,) = flags(check(text, day))
    assert (flag.claim.predicate, flag.repairs[0].replacement) == ("edition_year", repair)


SILENT = [
    (
        "2018-03-01",
        "The Trump campaign looked to Paris, where the 2017 presidential election had gone badly.",
    ),
    ("2018-03-01", "France saw it, too. Mueller has heard of meddling in the 2017 presidential election."),
    ("2018-03-01", "Argentina's Republicans gained in the 2017 midterm elections."),
    ("2018-06-01", "In Ontario, the 2017 general election brought new people to power."),
    ("2018-06-01", "Catalonia's 2016 parliamentary election was called early."),
    ("2018-06-01", "Emmanuel Macron said that the 2016 presidential election had changed much."),
    ("2017-03-01", "German media covered the 2016 presidential election."),
    ("2018-06-01", "Russian officials laughed about the 2016 presidential election."),
    ("2018-02-18", "During the 2016 presidential election, suspected Russian operators created bots."),
    ("2018-06-01", "Theresa May spoke of the 2016 general election. Donald Trump had won Ohio."),
    ("2018-06-01", "In India, the 2017 general election was the talk of the town."),
    ("2018-06-01", "Britain's 2016 general election campaign that never was."),
]


@pytest.mark.parametrize(("day", "text"), SILENT)
def test_the_vote_of_a_region_or_of_another_country_is_not_held_against_a_text(check, day, text) -> None:
    assert flags(check(text, day)) == []


RIGHT = [
    ("2018-03-26", "In Britain, the 2017 general election cost the Conservatives their majority."),
    ("2018-03-26", "Emmanuel Macron beat Marine Le Pen in the 2017 presidential election."),
    ("2018-03-26", "The Dutch 2017 general election drew many voters."),
    ("2018-03-26", "French officials spoke of the 2016 presidential election in the United States."),
]


@pytest.mark.parametrize(("day", "text"), RIGHT)
def test_the_vote_that_was_held_is_known(check, day: str, text: str) -> None:
    found = {(shape, verdict) for shape, _text, verdict in summary(check(text, day))}
    assert ("edition", "supported") in found


def test_another_countrys_vote_does_not_stand_in_for_it(check) -> None:
    """America voted in 2016 as well."""
    found = summary(check("In Britain, the 2016 general election drew many voters.", "2018-03-26"))
    assert {verdict for shape, _text, verdict in found if shape == "edition"} == {"mismatch"}
