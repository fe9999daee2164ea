"""Titles of office: whose they are, and what only looks like one."""

from datetime import date

import pytest

from claims.check import extract_article
from claims.records import Article
from claims.store.open import Store

EFFECTS = [
    ("In the time President Barack Obama has left, he will travel.", "President Barack Obama", "effect:"),
    ("The one-time President Barack Obama came.", "time President Barack Obama", "effect:past"),
    ("The day he was impeached President Barack Obama came.", "President Barack Obama", "effect:"),
    ("They should have impeached President Barack Obama.", "President Barack Obama", "effect:"),
    ("Former President Barack Obama came.", "Former President Barack Obama", "effect:past"),
]


def offices(store: Store, text: str) -> dict[str, frozenset[str]]:
    article = Article("a", text, "a", published=date(2016, 12, 2))
    found = extract_article(article, store).extraction.claims
    return {claim.checked.text: claim.cues for claim in found if claim.predicate == "held_by"}


@pytest.mark.parametrize(("text", "words", "effect"), EFFECTS)
def test_a_modifier_is_read_whole(store: Store, text: str, words: str, effect: str) -> None:
    (cues,) = [cues for checked, cues in offices(store, text).items() if checked.endswith(words)]
    assert effect in cues


OTHERS = [
    "ZWOLF President Barack Obama said so.",  # of something that the store does not know
    "Barack Obama, president of the ski club, came.",
    "The party chairman, Barack Obama, came.",
    "Its editor-in-chief, Barack Obama, came.",
    "Ohio Secretary of State John Kerry came.",  # of a state, at the head of a sentence
    "Ng and Obama, the former president and the former mayor, came.",  # whose title is whose
]


@pytest.mark.parametrize("text", OTHERS)
def test_the_title_of_another_body_is_no_office_of_ours(store: Store, text: str) -> None:
    assert offices(store, text) == {}


def test_a_title_with_the_name_of_its_body_is_read(store: Store) -> None:
    text = "European Commission President Jean-Claude Juncker came."
    assert list(offices(store, text)) == ["European Commission President Jean-Claude Juncker"]
