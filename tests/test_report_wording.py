from itertools import chain

import pytest

from claims.records import Modality, Reason, Shape, Verdict, Voice
from claims.report.wording import confidence_in_words, in_words, slot_in_words


@pytest.mark.parametrize("code", list(chain(Verdict, Shape, Voice, Modality, Reason)))
def test_every_code_has_words_of_its_own(code):
    words = in_words(code)
    assert words != code.replace("_", " ")
    assert "_" not in words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("edition", "the edition"),
        ("time", "the date"),
        ("place", "the place"),
        ("holder", "the office holder"),
        ("new_slot", "new slot"),
    ],
)
def test_slot_in_words(name, words):
    assert slot_in_words(name) == words


def test_an_unknown_code_is_shown_without_underscores():
    assert in_words("too_new_to_know") == "too new to know"


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "almost certain"),
        (0.95, "almost certain"),
        (0.949, "very likely"),
        (0.7, "likely"),
        (0.5, "more likely than not"),
        (0.0, "uncertain"),
    ],
)
def test_confidence_in_words(probability, words):
    assert confidence_in_words(probability) == words
