"""Whether a sentence about a former holder of an office speaks of the article's own days, by who else is in it."""

import re
from datetime import date, timedelta

from claims.judging.terms import Terms, known_term
from claims.records import Article, Claim, Interval, Precision, Slot, Voice

SLACK = timedelta(days=31)
"""Whoever took office so shortly before another left it is of the time after."""
LONG = timedelta(days=365)
DEEDS = frozenset(("says", "acts", "meets"))
"""Cues of somebody who takes part in what the sentence tells."""


def is_alive_now(claim: Claim, terms: Terms, day: date, dead: bool) -> bool:
    """Whether one who left the office long ago is told of as of somebody who acts these days.

    Somebody dead must do so with one who came to power after them: a tape of long ago is news on Monday, too. Of others it is enough
    that the sentences before name such a person, or a verb of the sentence has a recent day.
    """
    if "narrative" in claim.cues or _is_told_of_then(claim, terms, day) or _is_dated_back(claim, day):
        return False
    here, acts = is_with_successors(claim, terms, day), bool(DEEDS & claim.cues)
    if dead or here:
        return here and (acts or not dead)
    near = "recent" in claim.cues or any(_is_of_now(slot, terms, day) for slot in claim.all_slots("around"))
    return near and acts


def is_heard_now(claim: Claim, terms: Terms, article: Article) -> bool:
    """Whether news quotes the leader of a country as of today, in an article that names no year of their time.

    "British Prime Minister Tony Blair said" is told of his time where the article speaks of 2003, and a slip where it opens the
    article or a day of that week stands near, and always in the present: "is refusing to comment".
    """
    day = article.published
    if day is None or claim.slot("jurisdiction") is None or claim.voice is not Voice.REPORTER:
        return False
    heard = "says" in claim.cues and (_opens(claim, article) or _has_day_near(claim, day))
    present = "present" in claim.cues and "recent" not in claim.cues
    if not (heard or present) or "narrative" in claim.cues:
        return False
    return not (
        _is_told_of_then(claim, terms, day)
        or _is_dated_back(claim, day)
        or _names_their_years(terms, article)
    )


DATELINE = 200
"""Characters that may stand before the first sentence: a headline, a place and the name of an agency."""
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s")


def _opens(claim: Claim, article: Article) -> bool:
    """Whether the claim stands in the first sentence of the article."""
    start = claim.sentence.start
    return start <= DATELINE and _SENTENCE_END.search(article.text, 0, start) is None


NEWS_DAYS = timedelta(days=7)


def _has_day_near(claim: Claim, day: date) -> bool:
    """Whether a day of the week before the article stands in the sentence or right before it."""
    readings = (slot.readings[0] for slot in claim.all_slots("background") if slot.readings)
    return any(
        r.precision is Precision.DAY and r.start is not None and timedelta() <= day - r.start <= NEWS_DAYS
        for r in readings
    )


_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?!\d|,\d)")


def _names_their_years(terms: Terms, article: Article) -> bool:
    """Whether a year of one of the terms stands anywhere in the article."""
    spans = [known_term(held) for held in terms.held]
    years = {int(year) for year in _YEAR.findall(article.text)}
    return any(
        span.start is None
        or span.end is None
        or not years.isdisjoint(range(span.start.year, span.end.year + 1))
        for span in spans
    )


def is_with_successors(claim: Claim, terms: Terms, day: date) -> bool:
    """Whether the sentence names somebody in office on the day who held none when the person did."""
    return any(
        _is_of_now(slot, terms, day)
        for slot in claim.all_slots("around")
        if claim.sentence.start <= slot.span.start < claim.sentence.end
    )


def _is_told_of_then(claim: Claim, terms: Terms, day: date) -> bool:
    """Whether somebody else is named who was in office in the person's day, and is no more."""
    person = claim.slot("person")
    own = set(person.entities) if person else set[str]()
    return any(
        not any(_covers(term, day) for term in slot.readings) and _served_with(slot, terms)
        for slot in claim.all_slots("around")
        if own.isdisjoint(slot.entities)
    )


def _is_dated_back(claim: Claim, day: date) -> bool:
    """Whether the sentence names a time that was over long before the article."""
    ends = (r.end for slot in claim.all_slots("nearby") for r in slot.readings[:1])
    return any(end is not None and end < day - LONG for end in ends)


def _is_of_now(slot: Slot, terms: Terms, day: date) -> bool:
    return any(_covers(term, day) for term in slot.readings) and not _served_with(slot, terms)


def _served_with(slot: Slot, terms: Terms) -> bool:
    return any(_shorten(term).overlaps(known_term(held)) for held in terms.held for term in slot.readings)


def _shorten(term: Interval) -> Interval:
    """The term without its first days, in which the one before may still be in office."""
    start = term.start + SLACK if term.start else None
    if start and term.end and start > term.end:
        return term
    return Interval(start, term.end, term.precision)


def _covers(term: Interval, day: date) -> bool:
    return (term.start is None or term.start <= day) and (term.end is None or day <= term.end)
