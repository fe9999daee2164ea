"""What a shape's judge says of a claim, before confidence and settings have their word."""

from dataclasses import dataclass, field

from claims.records import Fact, Reason, Repair, Span, Verdict


@dataclass(frozen=True, slots=True)
class Opinion:
    """A verdict with its reason, the slot it is about, and what confidence is computed from."""

    verdict: Verdict
    reason: Reason
    slot: str
    span: Span
    explanation: str
    facts: tuple[Fact, ...] = ()
    repairs: tuple[Repair, ...] = ()
    features: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_flag(self) -> bool:
        """Whether it contradicts the statement."""
        return self.verdict in (Verdict.MISMATCH, Verdict.OUTDATED)


def silent(reason: Reason, slot: str, span: Span, explanation: str, facts: tuple[Fact, ...] = ()) -> Opinion:
    """Not enough information, and why."""
    return Opinion(Verdict.NOT_ENOUGH_INFO, reason, slot, span, explanation, facts)
