"""Repairs of an office that the person did not hold: another country, another title, another holder."""

import re
from datetime import date

from claims.judging.terms import Terms, covers_day
from claims.judging.write_countries import write_country_like
from claims.judging.write_values import plain_name
from claims.records import Claim, Fact, Repair, Slot
from claims.store.open import Store


def repair_office(
    claim: Claim, terms: Terms, holders: list[Fact], earlier: tuple[Fact, ...], day: date, store: Store
) -> tuple[Repair, ...]:
    """The repairs, the likeliest first.

    Somebody who holds another office on the day was given the wrong country or title; else the name is wrong.
    """
    person, office = claim.slot("person"), claim.slot("office")
    assert person is not None
    assert office is not None
    own = [r for f in _held_now(person, terms, day, store) if (r := as_own_office(claim, office, f, store))]
    others = [Repair(person.span, plain_name(store.name(f.value)), (f.id,)) for f in holders]
    former = [_former(claim, office, earlier[-1])] if earlier else []
    return (*own[:1], *others, *own[1:], *former)


def _held_now(person: Slot, terms: Terms, day: date, store: Store) -> list[Fact]:
    """The other offices that the person holds on the day."""
    return [
        fact
        for entity in person.entities
        for fact in store.facts_with_value("held_by", entity)
        if fact.subject not in terms.offices and fact.confirmed and covers_day(fact, day)
    ]


def as_own_office(claim: Claim, office: Slot, held: Fact, store: Store) -> Repair | None:
    """The office's words with the country or the title of one that the person holds; None where neither fits."""
    titles = {f.value for f in store.facts(held.subject, "office_title")}
    owners = tuple(f.value for f in store.facts(held.subject, "office_of"))
    named = claim.slot("jurisdiction")
    text = None
    if named and titles & set(office.entities):
        text = write_country_like(office.text, named.entities, owners, store)
    elif named is None or set(owners) & set(named.entities):
        text = _with_title(office, titles, store)
    return Repair(office.span, text, (held.id,)) if text else None


def _with_title(office: Slot, titles: set[str], store: Store) -> str | None:
    """The text with another title in place of the one that stands there, written in capitals where that is."""
    own = {title.removeprefix("title/") for title in office.entities}
    wordings = [w for title, w in store.wordings("titles") if title.removeprefix("title/") in own]
    for wording in sorted(wordings, key=lambda w: -len(w)):
        found = re.search(rf"\b{re.escape(wording)}(?!\w)", office.text, re.IGNORECASE)
        if found:
            new = store.name(sorted(titles)[0])
            capital = found.group()[:1].isupper()
            written = _in_capitals(new) if capital else new
            return office.text[: found.start()] + written + office.text[found.end() :]
    return None


def _in_capitals(title: str) -> str:
    """A title as it stands before a name: "Governor of Florida"."""
    return " ".join(
        word if word in ("of", "the", "and", "for") else word.capitalize() for word in title.split()
    )


def _former(claim: Claim, office: Slot, fact: Fact) -> Repair:
    """The rival repair: "former" before the title."""
    word = "Former" if office.span.start == claim.sentence.start else "former"
    return Repair(office.span, f"{word} {office.text}", (fact.id,))
