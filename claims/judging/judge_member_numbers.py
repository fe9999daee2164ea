"""Which member of an organisation a country became: "the 32nd member of NATO"."""

from collections.abc import Sequence
from datetime import date, timedelta

from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.write_values import write_ordinal
from claims.records import Article, Candidate, Claim, Fact, Precision, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

MEMBER_OF = "member_of"
UNSURE = frozenset(("weak", "subject:weak", "subject:generic"))


def judge_member_number(
    claim: Claim, _candidates: Sequence[Candidate], _article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a member's number, counted among those that had joined, with and without those that had left.

    Refuted only where the list of members is complete in the year of joining.
    """
    slot, holder, owner = claim.checked, claim.slot("holder"), claim.slot("subject")
    quantity = slot.quantity
    if holder is None or owner is None or quantity is None or quantity.kind != "ordinal":
        return silent(Reason.NO_FACT, "value", slot.span, "The store does not number these members.")
    joined = tuple(
        f for who in holder.entities for f in store.facts(who, MEMBER_OF) if f.value in owner.entities
    )
    numbers = {n for fact in joined for n in numbers_of(fact, store)}
    if not numbers:
        return silent(
            Reason.NO_FACT, "value", slot.span, "The store does not number this member.", joined[:1]
        )
    if numbers & set(quantity.stated):
        text = f"Agrees with what is known: {joined[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, joined[:1])
    doubt = _doubt(claim, joined, store)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], joined[:2])
    likely = max(numbers)
    text = f"The text says {slot.text}; by those that had joined it was the {write_ordinal(str(likely))}. Known: {joined[0].text}."
    repair = Repair(slot.span, write_ordinal(str(likely)), (joined[0].id,))
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, joined[:1], (repair,))


def _doubt(claim: Claim, joined: tuple[Fact, ...], store: Store) -> tuple[Reason, str] | None:
    """Why another number than those known may not be flagged, or None."""
    owner = claim.slot("subject")
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if owner is None or len(set(owner.entities)) != 1 or len(joined) != 1 or claim.cues & UNSURE:
        return Reason.AMBIGUOUS_ENTITY, "Several may be meant."
    if not _is_closed(joined[0], store):
        return Reason.NOT_CLOSED, "Not every member at that time is known."
    return None


def numbers_of(joined: Fact, store: Store) -> frozenset[int]:
    """The numbers that a member may have: one for each order of those that joined at the same time."""
    start = _start(joined)
    if start is None:
        return frozenset()
    others = [f for f in store.facts_with_value(MEMBER_OF, joined.value) if f.subject != joined.subject]
    if any(_start(f) is None for f in others):
        return frozenset()
    found: set[int] = set()
    for counted in (others, [f for f in others if not _had_left(f, start[0])]):
        before = sum(_starts(f)[1] < start[0] for f in counted)
        beside = sum(_starts(f)[0] <= start[1] and _starts(f)[1] >= start[0] for f in counted)
        found.update(range(before + 1, before + beside + 2))
    return frozenset(found)


def _is_closed(joined: Fact, store: Store) -> bool:
    """Whether every member is known that was one then; of the list ``merged_members`` some went before 2000."""
    begin = _starts(joined)[0]
    if joined.value in store.word_list("merged_members") and begin.year < MERGED_UNTIL:
        return False
    return joined.confirmed and store.list_is_complete(MEMBER_OF, joined.value, begin.year)


MERGED_UNTIL = 2000
"""Until this year members were lost as states split and merged, which the store does not tell."""


def _start(fact: Fact) -> tuple[date, date] | None:
    """The first and the last day on which somebody may have joined."""
    valid = fact.valid
    if valid is None or valid.start is None:
        return None
    days = {Precision.DAY: 0, Precision.MONTH: 30}.get(valid.precision, 364)
    return valid.start, valid.start + timedelta(days=days)


def _starts(fact: Fact) -> tuple[date, date]:
    found = _start(fact)
    assert found is not None
    return found


def _had_left(fact: Fact, day: date) -> bool:
    end = fact.valid.end if fact.valid else None
    return end is not None and end < day
