from dataclasses import replace
from datetime import date

import pytest

from claims.ledger.claim_key import claim_key
from conftest import flags
from report_sample import articles


def keys(check, text, day):
    return [claim_key(finding) for finding in flags(check(text, day))]


def test_the_same_error_in_other_words_and_articles_has_one_key(check):
    one = keys(check, "He came home from the 2020 Winter Olympics with a cold.", "2022-03-01")
    other = keys(
        check, "Some say it began in Japan. The Winter Olympics of 2020 were her last.", "2022-05-09"
    )
    assert len(one) == 1
    assert one == other


def test_another_value_is_another_statement(check):
    (one,) = keys(check, "He came home from the 2020 Winter Olympics with a cold.", "2022-03-01")
    (other,) = keys(check, "He came home from the 2019 Winter Olympics with a cold.", "2022-03-01")
    assert one.rule == other.rule == "edition.edition_year.no_such_edition"
    assert one.claim != other.claim


def test_a_day_that_only_dates_the_statement_is_no_part_of_it(check):
    monday, tuesday = (
        keys(
            check,
            f"Donald Trump flew to Brussels on {day} with a complaint for each of NATO's 28 members.",
            "2018-07-12",
        )
        for day in ("Monday", "Tuesday")
    )
    assert len(monday) == 1
    assert monday == tuesday


def test_the_day_of_the_week_is_part_of_what_a_calendar_says(check):
    (friday,) = keys(check, "The polls closed on Friday, 3 May 2018, at ten.", "2018-06-01")
    (monday,) = keys(check, "The polls closed on Monday, 3 May 2018, at ten.", "2018-06-01")
    assert friday.claim != monday.claim


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"as_of": date(2026, 2, 1), "id": "other", "source": "elsewhere", "text": "said otherwise"}, True),
        ({"value": "other"}, False),
        ({"valid": None}, False),
        ({"status": "unconfirmed"}, False),
    ],
)
def test_facts_are_told_apart_by_what_they_say(changed, same):
    finding = articles()[0].findings[0]
    facts = (replace(finding.facts[0], **changed), *finding.facts[1:])
    one, other = claim_key(finding), claim_key(replace(finding, facts=facts))
    assert (one == other) is same
    assert (one.value == other.value) is same
    assert (one.claim, one.rule) == (other.claim, other.rule)
