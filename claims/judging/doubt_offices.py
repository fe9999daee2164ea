"""Why a person who is not known to hold an office may all the same not be flagged."""

from collections.abc import Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher

from claims.judging.speaks_of_now import is_alive_now, is_heard_now, is_with_successors
from claims.judging.terms import Terms, begun_before, covers_day, holds
from claims.records import Article, Claim, Fact, Interval, Modality, Precision, Reason
from claims.settings import Settings
from claims.store.open import Store
from claims.values.names import name_key

UNASSERTED = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION)
PAST_TIES = frozenset({"was"})
RECENT = timedelta(days=45)
"""A day this near the article's date is its present."""
Doubt = tuple[Reason, str]
"""A reason and a sentence on it."""

LIKE_NAMES = 0.8
"""Likeness of two names from which on they may be two spellings of one (Shoigu, Shoygu): `difflib` ratio."""
FIRST_OFFICE = 35
"""Age in years before which few people hold an office of state."""


def _doubtful_person(
    claim: Claim, terms: Terms, holders: Sequence[Fact], day: date, store: Store
) -> Doubt | None:
    """Whether the person may be the holder under another spelling, or a holder before the list begins."""
    person = claim.slot("person")
    assert person is not None
    names = {name_key(store.name(entity)) for entity in person.entities} | {name_key(person.text)}
    known = {name_key(store.name(fact.value)) for fact in holders}
    if any(SequenceMatcher(None, one, other).ratio() >= LIKE_NAMES for one in names for other in known):
        return Reason.AMBIGUOUS_ENTITY, "The holder has nearly the same name."
    if any(_holds_another(entity, terms, day, store) for entity in person.entities):
        return None
    starts = [f.valid.start for f in (*terms.held, *terms.others) if f.valid and f.valid.start]
    births = [f.valid.start for e in person.entities for f in store.facts(e, "born") if f.valid]
    if not terms.held and starts and any(b and b.year + FIRST_OFFICE < min(starts).year for b in births):
        return Reason.NOT_CLOSED, "The list of holders does not go back far enough."
    return None


def _holds_another(person: str, terms: Terms, day: date, store: Store) -> bool:
    """Whether the person holds some other office on the day: the text then has the wrong one of the two."""
    return any(
        fact.subject not in terms.offices and fact.confirmed and covers_day(fact, day)
        for fact in store.facts_with_value("held_by", person)
    )


def doubt_holders(
    claim: Claim, terms: Terms, holders: list[Fact], article: Article, store: Store, settings: Settings
) -> Doubt | None:
    """Why what is known of the office on a day does not refute a person, or None where it does."""
    day = article.published
    if day is None:
        return Reason.TIME_UNKNOWN, "The article's date is unknown."
    if any(_is_near(fact, day, settings.handover_days) for fact in terms.held):
        return Reason.LOW_CONFIDENCE, "The office changed hands around the article's date."
    if not holders:
        late = any(f.valid and f.valid.end is None and f.as_of and f.as_of < day for f in terms.others)
        return Reason.AFTER_AS_OF if late else Reason.NOT_CLOSED, "Who held the office then is not known."
    if not all(fact.confirmed for fact in holders):
        return Reason.UNCONFIRMED_FACT, "The holder is not certain."
    earlier = begun_before(terms, day)
    if earlier and _is_history(claim, terms, earlier[-1], article, store):
        return Reason.TIME_UNKNOWN, "A holder of long ago; the statement tells of that time."
    return _doubtful_person(claim, terms, holders, day, store)


def doubt_claim(
    claim: Claim, terms: Terms, windows: tuple[Interval, ...], article: Article, store: Store
) -> Doubt | None:
    """Why a person who does not hold the office may not be flagged, or None where one may."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    return _doubtful_names(claim, terms, article, store) or _doubtful_time(claim, terms, windows, article)


def _doubtful_names(claim: Claim, terms: Terms, article: Article, store: Store) -> Doubt | None:
    person = claim.slot("person")
    told = (
        claim.slot("jurisdiction") is not None
        or _names_its_place(claim, store)
        or _tells_by_itself(claim, terms, article.published, store)
    )
    if not told or len(terms.offices) > 1:
        return Reason.AMBIGUOUS_ENTITY, "The title alone does not say which office is meant."
    if person is None or "surname" in claim.cues:
        return Reason.AMBIGUOUS_ENTITY, "The person is not named in full."
    return None


def _names_its_place(claim: Claim, store: Store) -> bool:
    """Whether the title itself says of what: "New York Governor", ``title/governor-of-new-york``; such are in the list ``placed``."""
    office = claim.slot("office")
    placed = tuple(f"title/{title}" for title in sorted(store.word_list("placed")))
    return office is not None and len(office.entities) == 1 and office.entities[0].startswith(placed)


def _tells_by_itself(claim: Claim, terms: Terms, published: date | None, store: Store) -> bool:
    """Whether a title without its country is clear: the person held it once, is no longer called so, and acts now.

    Titles of the list ``courtesy`` are kept after the office was left. Those of ``told_by_holder`` are said of one
    body alone once it is known that the person held them.
    """
    office = claim.slot("office")
    courteous = office is None or not store.word_list("courtesy").isdisjoint(
        title.removeprefix("title/") for title in office.entities
    )
    acts = "acts" in claim.cues and published is not None and is_with_successors(claim, terms, published)
    now = "present" in claim.cues or ("narrative" not in claim.cues and ("says" in claim.cues or acts))
    titles = {title.removeprefix("title/") for title in (office.entities if office else ())}
    own = not store.word_list("told_by_holder").isdisjoint(titles)
    return bool(terms.held) and (own or (now and not courteous))


def _doubtful_time(
    claim: Claim, terms: Terms, windows: tuple[Interval, ...], article: Article
) -> Doubt | None:
    if article.published is None:
        return Reason.TIME_UNKNOWN, "The article's date is unknown."
    if not terms.held and _are_known(windows, terms):
        return None
    elsewhen = len(windows) > 1 and not _only_recent(windows, article.published)
    if PAST_TIES & claim.cues or (elsewhen and not _has_left(terms, windows)):
        return Reason.TIME_UNKNOWN, "The statement speaks of another time."
    if _is_past(terms.held, article.published) and _tells_of_then(claim, terms):
        return Reason.TIME_UNKNOWN, "A former holder; the article may speak of that time."
    return None


def _are_known(windows: tuple[Interval, ...], terms: Terms) -> bool:
    """Whether somebody else is known to have held the office at each time that the statement may speak of.

    Somebody who never held it did not hold it then, whichever of the times is meant.
    """
    return all(any(holds(fact, (window,)) for fact in terms.others) for window in windows)


def _has_left(terms: Terms, windows: tuple[Interval, ...]) -> bool:
    """Whether the person had left the office for good before every time that the sentence names."""
    ends = [f.valid.end if f.valid else None for f in terms.held]
    last = None if None in ends else max((end for end in ends if end), default=None)
    starts = [window.start for window in windows]
    return last is not None and all(start is not None and start > last + RECENT for start in starts)


def _only_recent(windows: tuple[Interval, ...], published: date) -> bool:
    """Whether every time the sentence names is a day near the article's own."""
    own = Interval(published - RECENT, published + RECENT, Precision.DAY)
    return all(w.overlaps(own) and w.precision is Precision.DAY for w in windows[:-1])


def _tells_of_then(claim: Claim, terms: Terms) -> bool:
    """Whether a time or event nearby falls into a term of the person, or the wording is a narrative's."""
    around = [reading for slot in claim.all_slots("background") for reading in slot.readings]
    if any(holds(fact, around) for fact in terms.held):
        return True
    return "narrative" in claim.cues and "present" not in claim.cues


def _is_past(held: tuple[Fact, ...], published: date) -> bool:
    return any(f.valid and f.valid.end and f.valid.end < published for f in held)


SLIP_YEARS = 6
"""A slip names the last holder or the one before; one who left longer ago is spoken of as history."""


def _is_history(claim: Claim, terms: Terms, term: Fact, article: Article, store: Store) -> bool:
    """Whether a former holder left long before the article, or was dead when it was written.

    One who acts these days is no history, however long ago it was.
    """
    left, published = term.valid.end if term.valid else None, article.published
    assert published is not None
    deaths = (fact.valid.start for fact in store.facts(term.value, "died") if fact.valid)
    dead = any(day is not None and day <= published for day in deaths)
    if not dead and (left is None or (published - left).days <= SLIP_YEARS * 366):
        return False
    if not dead and ({"recent", "acts"} <= claim.cues or is_heard_now(claim, terms, article)):
        return False
    return not is_alive_now(claim, terms, published, dead)


def _is_near(fact: Fact, day: date, days: int) -> bool:
    """Whether a term ended or began within so many days of a day: news still tells of the time before."""
    ends = (fact.valid.start, fact.valid.end) if fact.valid else ()
    return any(end is not None and abs((end - day).days) <= days for end in ends)
