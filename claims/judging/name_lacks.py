"""Findings -> the facts that the store lacked for them: what somebody could look up and take in."""

from collections.abc import Iterator, Sequence
from datetime import date

from claims.judging.judge_offices import find_offices
from claims.records import Article, Claim, Finding, Lack, Precision, Reason, Shape, Slot, Verdict
from claims.store.open import Store
from claims.store.predicates import FOLLOWS_FROM

LACKING = (Reason.NO_ENTITY, Reason.NO_FACT, Reason.NOT_CLOSED, Reason.AFTER_AS_OF)
"""The reasons that a fact more would do away with."""
WHOLE = (Shape.EDITION, Shape.CALENDAR, Shape.ARITHMETIC)
"""Shapes that no single fact settles: a series must be whole, and the others need no store."""
ASKED = {"age": "born", **{name: sources[0] for name, sources in FOLLOWS_FROM.items()}}
"""Predicates that are reckoned from another: that one is what is asked for."""
COMPUTED = frozenset(
    (
        "beat",
        "elected",
        "elected_again",
        "holder_number",
        "in_office_from",
        "in_office_to",
        "match_score",
        "member_number",
        "members",
        "succeeded",
        "titles",
        "titles_in_a_row",
        "years_in_office",
    )
)
"""Predicates whose facts are counted at build, or stand in a list of matches."""
SUBJECTS = ("subject", "event")


def name_lacks(findings: Sequence[Finding], article: Article, store: Store) -> tuple[Lack, ...]:
    """What would have let the store speak to each claim that it could not judge, in the order of the findings."""
    return tuple(_lacks(findings, article, store))


def _lacks(findings: Sequence[Finding], article: Article, store: Store) -> Iterator[Lack]:
    for number, finding in enumerate(findings, start=1):
        claim = finding.claim
        if finding.verdict is not Verdict.NOT_ENOUGH_INFO or finding.reason not in LACKING:
            continue
        if claim.shape in WHOLE or claim.predicate in COMPUTED:
            continue
        subject = _office(claim, store) if claim.shape is Shape.OFFICE else _subject(claim)
        if subject:
            predicate = ASKED.get(claim.predicate, claim.predicate)
            yield Lack(number, predicate, *subject, _time(claim, predicate, article.published, store))


def _subject(claim: Claim) -> tuple[str, str, tuple[str, ...]] | None:
    """The entity, where there is one, and its name in the text; None where that says nobody in particular."""
    slot = next((s for name in SUBJECTS if (s := claim.slot(name))), None)
    if slot is None or len(slot.entities) > 1:
        return None
    return "".join(slot.entities), _name(slot), ()


def _office(claim: Claim, store: Store) -> tuple[str, str, tuple[str, ...]] | None:
    """The one office that is meant, or the title and country of one that the store does not have."""
    title, country = claim.slot("office"), claim.slot("jurisdiction")
    if title is None:
        return None
    offices = find_offices(claim, store)
    if len(offices) == 1:
        return offices[0], store.name(offices[0]), ()
    if offices or country is None or len(title.entities) != 1 or len(country.entities) != 1:
        return None
    parts = (title.entities[0], country.entities[0])
    names = [store.name(part) for part in parts]
    return "", f"{names[0][:1].upper()}{names[0][1:]} of {names[1]}", parts


def _name(slot: Slot) -> str:
    return " ".join(slot.text.split())


def _time(claim: Claim, predicate: str, published: date | None, store: Store) -> str:
    """When it is asked for, as a partial date: a figure by its year, else the day; empty for what holds at any time."""
    known = store.predicates.get(predicate)
    if known is None or not known.interval:
        return ""
    times = (r for slot in claim.all_slots("time") for r in slot.readings if r.start)
    reading = next(
        (r for r in times if r.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)), None
    )
    day = reading.start if reading else published
    if day is None:
        return ""
    length = {Precision.MONTH: 7, Precision.YEAR: 4}.get(reading.precision, 10) if reading else 10
    return day.isoformat()[: 4 if known.value_kind == "number" else length]
