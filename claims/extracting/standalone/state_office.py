"""An office that goes with a name -> the statement that it makes."""

import re
from functools import lru_cache

from claims.extracting.mentions import Reading
from claims.records import Claim, Precision
from claims.store.open import Store
from claims.store.read_vocabulary import read_vocabulary
from claims.values.dates import write_partial
from claims.values.names import word_key


def state_office(claim: Claim, reading: Reading, store: Store) -> str:
    """ "Angela Merkel was German Chancellor": of the day of the article where the sentence tells of it, else of none.

    Whoever is called former has held the office before.
    """
    office, person = claim.slot("office"), claim.slot("person")
    assert office is not None
    assert person is not None
    names = {store.name(entity) for entity in person.entities}
    name = names.pop() if len(names) == 1 else " ".join(person.text.split())
    title = _plain(_lowered(" ".join(office.text.replace(",", "").split())))
    if "effect:past" in claim.cues:
        title = _OWNED_FORMER.sub(r"\1", _former().sub("", title))
        return f"{name} had been {title}{_day(' before', reading)}."
    dated = _tells_of_the_day(claim) and not _tells_of_another_year(reading)
    return f"{name} was {title}{_day(' on', reading) if dated else ''}."


def _tells_of_the_day(claim: Claim) -> bool:
    """Whether the holder does something on the days of the article; that others do says nothing of when they held it."""
    return "present" in claim.cues and ("recent" not in claim.cues or bool(claim.cues & {"acts", "says"}))


def _tells_of_another_year(reading: Reading) -> bool:
    """Whether the sentence names a year before that of the article, of which it may tell instead."""
    published = reading.article.published
    years = [
        each.start.year
        for time in reading.times
        for each in time.readings[:1]
        if each.start and not time.relative and each.precision is Precision.YEAR
    ]
    return published is not None and any(year < published.year for year in years)


@lru_cache(maxsize=1)
def _former() -> re.Pattern[str]:
    """The modifiers by which an office is no longer held, at the beginning of a title: "former", "Fired"."""
    words = [re.escape(wording) for wording, effect in read_vocabulary("title_modifiers") if effect == "past"]
    return re.compile(rf"^(?:(?:{'|'.join(sorted(words, key=len, reverse=True))})\b[\s-]+)+", re.IGNORECASE)


_OWNED_FORMER = re.compile(r"(['’]s\s)(?:former|late|then|ex)[\s-]", re.IGNORECASE)
""""Georgia’s former governor"."""
SHORT = 3
"""Characters up to which capitals are an acronym: "PM", "CEO"."""


def _lowered(title: str) -> str:
    """A title with one capital a word where a headline has it in capitals alone."""
    shouted = title.isupper() and len(title) > SHORT
    return " ".join(word.capitalize() for word in title.split()) if shouted else title


def _plain(title: str) -> str:
    """A title without what is no part of the office: "Republican President", "incumbent mayor"."""
    words = title.split()
    while len(words) > 1 and (words[0] == "new" or word_key(words[0]) in _adjectives()):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    """Modifiers under which the office is held all the same; "new" may begin a name ("New York Governor")."""
    rows = read_vocabulary("title_modifiers")
    return frozenset(word_key(wording) for wording, effect in rows if effect == "current") - {"new"}


def _day(lead: str, reading: Reading) -> str:
    published = reading.article.published
    return f"{lead} {write_partial(published.isoformat())}" if published else ""
