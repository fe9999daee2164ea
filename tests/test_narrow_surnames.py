"""Surnames are those of the persons whom the article names in full, and no stranger's is the store's."""

from datetime import date

import pytest

from claims.check import extract_article
from claims.records import Article
from claims.store.open import Store

PERSONS = [
    # Named in full: the Abbott of the article, though the store knows another by surname alone.
    (
        "Texas Governor Greg Abbott spoke. Later Texas Governor Abbott left.",
        "Texas Governor Abbott",
        "greg-abbott",
    ),
    # A stranger with the surname of a person of the store.
    (
        "Zebulon Thatcher runs a shop. Prime Minister Thatcher left, he wrote.",
        "Chancellor Merkel",
        None,
    ),
    # She never held an office, so that another is meant.
    ("Michelle Obama left. President Obama stayed, he wrote.", "President Obama", "barack-obama"),
    # The one of three names is not the one of two.
    ("Rufus Angela Merkel was 20. Friends of Merkel wept.", "Chancellor Merkel", None),
    # Nobody else of that name.
    ("Chancellor Merkel left, he wrote.", "Chancellor Merkel", "angela-merkel"),
    (
        "On Monday Merkel spoke. Chancellor Merkel left.",
        "Chancellor Merkel",
        "angela-merkel",
    ),
]


@pytest.mark.parametrize(("text", "words", "person"), PERSONS)
def test_a_surname_is_that_of_a_person_in_the_article(
    store: Store, text: str, words: str, person: str | None
) -> None:
    article = Article("a", text, "a", published=date(2015, 6, 1))
    holders = [
        c.checked for c in extract_article(article, store).extraction.claims if c.predicate == "held_by"
    ]
    found = [slot for slot in holders if slot.text == words]
    assert bool(found) == bool(person)
    assert all(entity.startswith(f"person/{person}") for slot in found for entity in slot.entities)
