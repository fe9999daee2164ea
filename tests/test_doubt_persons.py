"""Common names, and persons whom the text introduces as somebody in private life."""

import pytest

from claims.judging.doubt_persons import is_private, is_spoken_of
from claims.store.open import Store

BROWN, OBAMA = "Gordon Brown", "Barack Obama"


def person(store: Store, name: str) -> str:
    return next(entity for entity, official, _alias in store.search(name, 9) if official == name)


@pytest.mark.parametrize(
    "text",
    [
        "Gordon Brown, a retired postman, was born in 1938.",
        "Gordon Brown, 61, a plumber, won.",
        "The victim, Gordon Brown, was born in 1938.",
        "A pensioner named Gordon Brown won.",
        "Gordon Brown is a dairy farmer in Fife.",
        "Gordon Brown, who works as a teacher, won.",
    ],
)
def test_who_is_introduced_by_a_private_trade_is_somebody_else(store: Store, text: str) -> None:
    assert is_private((BROWN,), text, store)


@pytest.mark.parametrize(
    "text",
    [
        "Gordon Brown, a former chancellor, was born in 1951.",
        "Gordon Brown met a farmer.",
        "Gordon Brown was born in 1951. A nurse spoke.",
        "The farmer met Gordon Brown.",
        "President Gordon Brown spoke.",
    ],
)
def test_other_words_near_a_name_say_nothing(store: Store, text: str) -> None:
    assert not is_private((BROWN,), text, store)


def test_a_common_name_is_told_by_its_parts(store: Store) -> None:
    assert store.expected_bearers("John Miller") > 1
    assert store.expected_bearers(BROWN) > 0.1
    assert store.expected_bearers(OBAMA) < 0.001
    assert store.expected_bearers("Pelé") == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Prime Minister Gordon Brown spoke.", True),
        ("Gordon Brown was born in Scotland, in the United Kingdom.", False),
        ("Gordon Brown keeps bees.", False),
    ],
)
def test_an_office_that_the_text_names_says_who_is_meant(store: Store, text: str, told: bool) -> None:
    assert is_spoken_of(person(store, BROWN), text, store) is told
