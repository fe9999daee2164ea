"""Countries on the map: neighbours, superlatives, heights, rivers, parts and chambers."""

import pytest

from claims.records import Modality
from conftest import Check, flags, summary

TRUE = [
    ("Spain borders Portugal and France.", "2019-05-01", "geography", "Portugal"),
    (
        "Landlocked Bolivia has asked the court for access to the sea.",
        "2019-05-01",
        "geography",
        "Landlocked",
    ),
    ("Nigeria is Africa's most populous country.", "2019-05-01", "geography", "Nigeria"),
    ("Kilimanjaro is Africa's highest mountain.", "2019-05-01", "geography", "Kilimanjaro"),
    ("Everest stands 8,848 metres above sea level.", "2019-05-01", "geography", "8,848 metres"),
    ("Lake Baikal is the deepest lake in the world.", "2019-05-01", "geography", "Lake Baikal"),
    ("Japan is the world's second-largest economy.", "2008-05-01", "geography", "Japan"),
    ("China is the world's second-largest economy.", "2019-05-01", "geography", "China"),
    ("Canada has ten provinces.", "2019-05-01", "count", "ten"),
    ("The Danube flows into the Black Sea.", "2019-05-01", "geography", "Black Sea"),
    ("The 650-seat House of Commons voted on Tuesday.", "2019-05-01", "count", "650"),
]
FALSE = [
    ("France shares a border with Portugal.", "2019-05-01", "Portugal", None),
    ("Landlocked Peru has asked the court for access to the sea.", "2019-05-01", "Landlocked", None),
    ("Kenya is Africa's most populous country.", "2019-05-01", "Kenya", "Nigeria"),
    ("Lake Victoria is the deepest lake in the world.", "2019-05-01", "Lake Victoria", "Baikal"),
    ("Japan is the world's second-largest economy.", "2019-05-01", "Japan", "China"),
    ("India, the world's most populous country, said so.", "2019-05-01", "India", "China"),
    ("Germany is made up of 18 states.", "2019-05-01", "18", "16"),
    (
        "Mont Blanc, at 5,808 metres, is the highest mountain in the Alps.",
        "2019-05-01",
        "5,808 metres",
        "4,806 metres",
    ),
    ("Lima, the capital of Ecuador, will host the talks.", "2019-05-01", "Lima", "Quito"),
]
SILENT = [
    ("India will soon be the world's most populous country.", "2019-05-01"),
    ("Japan was once the world's second-largest economy.", "2019-05-01"),
    ("Brazil is the second largest country in the region by coastline.", "2019-05-01"),
    ("Kenya is one of Africa's most populous countries.", "2019-05-01"),
    ("Ecuador is not landlocked.", "2019-05-01"),
    ("Brazil have won the World Cup five times.", "2019-05-01"),
    ("California would be the world's fifth-largest economy.", "2019-05-01"),
]


@pytest.mark.parametrize(("text", "day", "shape", "span"), TRUE)
def test_what_an_atlas_says_is_supported(check: Check, text: str, day: str, shape: str, span: str) -> None:
    checked = check(text, day)
    assert flags(checked) == []
    assert (shape, span, "supported") in summary(checked)


@pytest.mark.parametrize(("text", "day", "span", "repair"), FALSE)
def test_what_an_atlas_denies_is_flagged(
    check: Check, text: str, day: str, span: str, repair: str | None
) -> None:
    (flag,) = flags(check(text, day))
    assert flag.span.of(text) == span
    if repair:
        assert repair in [r.replacement for r in flag.repairs]


@pytest.mark.parametrize(("text", "day"), SILENT)
def test_what_is_narrowed_past_or_to_come_is_left_alone(check: Check, text: str, day: str) -> None:
    assert flags(check(text, day)) == []


def test_what_is_set_beside_a_name_holds_whatever_is_planned(check: Check) -> None:
    (flag,) = flags(check("They will meet in Lima, the capital of Ecuador.", "2019-05-01"))
    assert flag.claim.modality is Modality.ASSERTED


def test_a_country_that_is_no_more_denies_no_border(check: Check) -> None:
    assert flags(check("Hungary borders Czechoslovakia.", "2019-05-01")) == []
