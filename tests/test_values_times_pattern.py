"""The little language in which the grammar of times is written."""

import re

import pytest

from claims.values.times.engine import grammar
from claims.values.times.lexicon import lexicon
from claims.values.times.pattern import Codes, PatternReader
from claims.values.times.tokens import read_tokens


def matches(pattern: str, text: str) -> bool:
    codes = Codes()
    part = PatternReader(pattern, codes).read()
    return re.fullmatch(part.regex, codes.of_tokens(read_tokens(text))) is not None


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("m:MONTH d:DAY", "May 3", True),
        ("m:MONTH d:DAY", "May 33", False),
        ("[the] d:DAY of m:MONTH", "3rd of May", True),
        ("(a|b) MONTH | YEAR", "b May", True),
        ("(a|b) MONTH | YEAR", "2018", True),
        ("(a|b) MONTH | YEAR", "May", False),
        ("UNIT", "weeks", True),
        ("week", "weeks", True),
        ("week", "months", False),
        ("MONTH ,? YEAR", "May, 2018", True),
    ],
)
def test_matches_classes_words_and_choices(pattern: str, text: str, expected: bool) -> None:
    assert matches(pattern, text) is expected


def test_a_pattern_says_what_it_may_begin_with() -> None:
    codes = Codes()
    part = PatternReader("[the] m:MONTH", codes).read()
    assert part.first == {codes.of_word("the"), codes.of_class("month")}


def test_an_unpaired_bracket_is_an_error() -> None:
    with pytest.raises(ValueError, match="bracket"):
        PatternReader("MONTH ) YEAR", Codes()).read()


def test_every_word_of_a_rule_can_be_met() -> None:
    # A word of a class of the vocabulary never comes as a plain word: a rule that names it could not match.
    named = {word for word in grammar().codes.words() if word in lexicon()}
    assert named == set()
