"""What was planned for a coming event, and when it may be held against a text."""

import pytest

from conftest import flags

WRONG = [
    ("2018-01-05", "A thaw may come before the 2018 Winter Olympics in Beijing next month.", "Pyeongchang"),
    (
        "2022-01-20",
        "The Beijing Winter Olympics will open on 14 February without foreign guests.",
        "4 February",
    ),
    ("2018-02-20", "The Pyeongchang Winter Olympics end on 4 March.", "25 February"),
    ("2018-03-02", "The 2022 Winter Olympics will be staged in Shanghai.", "Beijing"),
    ("2024-03-02", "The 2032 Summer Olympics will be staged in Madrid.", "Brisbane"),
    ("2016-08-17", "The Olympics opened at the Maracana on August 15.", "August 5"),
    ("2018-05-20", "The 2018 FIFA World Cup in Qatar begins on 14 June.", "Russia"),
]


@pytest.mark.parametrize(("day", "text", "repair"), WRONG)
def test_a_settled_plan_is_held_against_a_text(check, day: str, text: str, repair: str) -> None:
    (flag,) = flags(check(text, day))
    assert flag.repairs[0].replacement == repair


RIGHT_AT_THE_TIME = [
    ("2013-03-02", "The 2022 Winter Olympics may be staged in Oslo."),
    ("2014-03-02", "The 2022 Winter Olympics will be staged in Oslo."),
    ("2013-05-20", "The 2019 Rugby World Cup will be held in Hong Kong, too."),
    ("2019-07-24", "The 2020 Summer Olympics open in Tokyo on 24 July 2020."),
    ("2020-02-24", "The 2020 Summer Olympics open in Tokyo on 24 July 2020."),
    ("2020-02-24", "Euro 2020 begins on 12 June 2020."),
    ("2022-06-20", "The 2022 FIFA World Cup in Qatar begins on 21 November."),
    ("2019-10-20", "The 2019 APEC summit will be held in Chile next month."),
    ("2024-07-10", "At the 2024 Summer Olympics in Marseille, the sailors start on July 28."),
    (None, "The 2020 Summer Olympics will open in Tokyo on 24 July 2020."),
]


@pytest.mark.parametrize(("day", "text"), RIGHT_AT_THE_TIME)
def test_what_was_planned_at_the_time_is_not_flagged(check, day: str | None, text: str) -> None:
    assert flags(check(text, day)) == []
