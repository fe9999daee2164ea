"""An office that goes with a name -> the statement that it makes."""

import re

from claims.extracting.mentions import Reading
from claims.records import Claim
from claims.store.open import Store
from claims.values.dates import write_partial

_FORMER = re.compile(
    r"^(?P<modifier>former|ex|then|onetime|erstwhile|late|previous|past|retired)\b[\s-]", re.IGNORECASE
)


def state_office(claim: Claim, reading: Reading, store: Store) -> str:
    """ "Angela Merkel was German Chancellor": of the day of the article where the sentence tells of it, else of none.

    Whoever is called former has held the office before.
    """
    office, person = claim.slot("office"), claim.slot("person")
    assert office is not None
    assert person is not None
    name = store.name(person.entities[0]) if len(person.entities) == 1 else " ".join(person.text.split())
    title = _lowered(" ".join(office.text.split()))
    if "effect:past" in claim.cues:
        return f"{name} had been {_FORMER.sub('', title)}{_day(' before', reading)}."
    return f"{name} was {title}{_day(' on', reading) if 'present' in claim.cues else ''}."


SHORT = 3
"""Characters up to which capitals are an acronym: "PM", "CEO"."""


def _lowered(title: str) -> str:
    """A title with one capital a word where a headline has it in capitals alone."""
    shouted = title.isupper() and len(title) > SHORT
    return " ".join(word.capitalize() for word in title.split()) if shouted else title


def _day(lead: str, reading: Reading) -> str:
    published = reading.article.published
    return f"{lead} {write_partial(published.isoformat())}" if published else ""
