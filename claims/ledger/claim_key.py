"""A finding -> what tells its statement, its facts and its rule from others, whatever article it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from claims.records import CONTEXT, Claim, Fact, Finding, Interval, Shape, Slot


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """What decisions and groups are keyed to.

    ``claim`` and ``facts`` are 16 hex digits each: of the statement as it was understood, and of the facts that it was held
    against, by what they say (a newer day of looking, or another id, changes nothing). ``rule`` is ``shape.predicate.reason``.
    """

    claim: str
    facts: str
    rule: str

    @property
    def value(self) -> str:
        """One word for all three: the same error, wherever it is made."""
        return _digest((self.claim, self.facts, self.rule))


def claim_key(finding: Finding) -> ClaimKey:
    """The key of a finding; equal findings in other words and in other articles have equal keys."""
    claim = finding.claim
    rule = f"{claim.shape}.{claim.predicate}.{finding.reason}"
    return ClaimKey(_digest(_statement(claim, finding.slot)), _digest(_facts(finding.facts)), rule)


def _statement(claim: Claim, slot: str) -> Iterable[str]:
    """What is stated, slot by slot, without the words that it is stated in."""
    yield from (claim.shape, claim.predicate, slot)
    parts = [slot for slot in claim.slots if _counts(slot, claim)]
    yield from sorted(f"{slot.name}={_normal(slot)}" for slot in parts if not _is_whole(slot, parts))
    if claim.shape is Shape.CALENDAR:
        yield _words(claim.checked.text)  # the day of the week is in no reading


def _counts(slot: Slot, claim: Claim) -> bool:
    """Whether a slot is part of the statement.

    A time that only dates it is told by the facts that held then: "NATO's 28 members" is one error on every day of a year.
    """
    return slot.name == claim.value or not (slot.name in CONTEXT or slot.readings or slot.unresolved)


def _is_whole(slot: Slot, parts: Iterable[Slot]) -> bool:
    """Whether it only holds others, which say it all: "Winter Olympics of 2020" is a series and a year."""
    known = slot.entities or slot.readings or slot.quantity
    return not known and any(slot.span.covers(p.span) and slot.span != p.span for p in parts)


def _normal(slot: Slot) -> str:
    if slot.entities:
        return " ".join(sorted(set(slot.entities)))
    if slot.readings:
        return _days(slot.readings[0])
    if slot.quantity:
        return f"{slot.quantity.stated} {slot.quantity.low} {slot.quantity.high} {slot.quantity.unit}"
    return _words(slot.text)


def _words(text: str) -> str:
    return " ".join(sorted(text.casefold().split()))


def _facts(facts: Iterable[Fact]) -> list[str]:
    return sorted("\0".join((f.subject, f.predicate, f.value, _days(f.valid), f.status)) for f in facts)


def _days(interval: Interval | None) -> str:
    return f"{interval.start}/{interval.end}" if interval else ""


def _digest(parts: Iterable[str]) -> str:
    return sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
