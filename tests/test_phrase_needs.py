"""What a wording cannot do without, and that no more is asked than its pattern wants."""

import re

import pytest

from claims.extracting.compile_phrase import SIGNS, compile_phrase, kinds_of_slot
from claims.extracting.mask import CLOSE, OPEN
from claims.extracting.phrase_forms import forms_of_phrase
from claims.extracting.phrase_needs import has_number_behind_comma, needs_of, signs_of
from claims.store.open import Store
from claims.store.predicates import Predicate
from claims.values.names import tokenise

_MARK = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")


def words(text: str) -> set[str]:
    return {token.key for token in tokenise(_MARK.sub(" ", text))}


@pytest.mark.parametrize(
    ("phrase", "sentence", "kinds", "met"),
    [
        ("[subject] was born in [value]", "was born in", {"person", "time", "place"}, True),
        ("[subject] was born in [value]", "was born", {"person", "time", "place"}, False),
        ("[subject] was born in [value:place]", "was born in", {"person"}, False),
        ("[subject] was born on [time]", "was born on", {"person"}, False),
        ("[subject] was born|raised in [value]", "was raised in", {"person", "place"}, True),
        ("[subject] was born still? in [value]", "was born in", {"person", "place"}, True),
        ("[subject] 's home_town ~be [value]", "the town", {"person", "place"}, False),
        ("[subject] 's home_town ~be [value]", "his home", {"person", "place"}, False),
        ("[subject] 's home_town ~be [value]", "Ed’s home", {"person", "place"}, True),
        ("[subject] , [value] -year-old", "a 40-year-old", {"person", "place"}, False),
        ("[subject] , [value] -year-old", "Ed, a 40-year-old", {"person", "place"}, True),
        ("[subject] ( [value] )", "Ed (Rome)", {"person", "place"}, True),
        ("[subject] ( [value] )", "Ed, Rome", {"person", "place"}, False),
        ("[subject] ,? born in [value]", "born in", {"person", "place"}, True),
        ("[subject] , born [place] [value]", "born", {"person", "org"}, False),
    ],
)
def test_asks_for_words_and_kinds(
    store: Store, phrase: str, sentence: str, kinds: set[str], met: bool
) -> None:
    needs = needs_of(phrase, store.predicates["born_in"])
    assert needs.met(words(sentence), kinds, signs_of(sentence)) is met


def sample(form: str, predicate: Predicate) -> tuple[str, set[str]]:
    """A masked text that is written with the last word of each choice, and the kinds of its marks."""
    text, kinds = "", set[str]()
    for element in form.split():
        if element in SIGNS or element.endswith("?"):
            continue
        allowed = kinds_of_slot(element, predicate)
        option = element.split("|")[-1].replace("_", " ") if not element.startswith("[") else "Word"
        if allowed:
            kinds.add(max(allowed))
            option = f"{OPEN}{max(allowed)}:0{CLOSE}"
        text += option if option in (",", "'s", ")") or option.startswith("-") or not text else f" {option}"
    return text, kinds


def test_every_wording_s_own_words_meet_its_needs(store: Store) -> None:
    matched = 0
    for name, _boundary, phrase in store.phrasings:
        predicate = store.predicates[name]
        for form in forms_of_phrase(phrase, predicate.value_kind):
            text, kinds = sample(form, predicate)
            if compile_phrase(form, predicate).search(text):
                matched += 1
                assert needs_of(form, predicate).met(words(text), kinds, signs_of(text)), form
    assert matched > len(store.phrasings) / 2


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Jane Roe, 45, said so.", True),
        ("Jane Roe, aged about 45, said so.", True),
        ("The firm, nearly half of it, was sold.", True),
        ("In 2015 Jane Roe, who lives there, said so.", False),
        ("Jane Roe is 45.", False),
    ],
)
def test_a_number_behind_a_comma(text: str, holds: bool) -> None:
    assert has_number_behind_comma(text) is holds
