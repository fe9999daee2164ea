"""Somebody who led another country than the one that a text names: "Iraqi President Ebrahim Raisi"."""

from datetime import date

from claims.records import Claim, Fact
from claims.store.open import Store


def leads_a_country(term: Fact, store: Store) -> bool:
    """Whether an office is one of the list ``leading``, in a country."""
    leading = {f"title/{title}" for title in store.word_list("leading")}
    return any(f.value in leading for f in store.facts(term.subject, "office_title")) and any(
        f.value.startswith("country/") for f in store.facts(term.subject, "office_of")
    )


def led_elsewhere(claim: Claim, day: date, store: Store) -> tuple[Fact, ...]:
    """The terms, begun by a day, in which the one person named led a country, where none was in the country that the text names.

    () also where the title is none of those that lead a country: people have been ministers in two.
    """
    person, office, owner = claim.slot("person"), claim.slot("office"), claim.slot("jurisdiction")
    if person is None or office is None or owner is None or len(person.entities) != 1:
        return ()
    leading = {f"title/{title}" for title in store.word_list("leading")}
    named = all(entity.startswith("country/") for entity in owner.entities)
    if "surname" in claim.cues or not named or not leading.intersection(office.entities):
        return ()
    terms = store.facts_with_value("held_by", person.entities[0])
    at_home = any(f.value in owner.entities for t in terms for f in store.facts(t.subject, "office_of"))
    led = tuple(
        t
        for t in terms
        if t.confirmed and t.valid and t.valid.start and t.valid.start <= day and leads_a_country(t, store)
    )
    return () if at_home else led
