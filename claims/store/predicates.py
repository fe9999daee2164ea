"""What the vocabulary says of a predicate: how its values are read, compared and when they contradict."""

from dataclasses import dataclass

FOLLOWS_FROM = {
    "activity_ended": ("active",),
    "age_at_debut": ("active",),
    "age_at_marriage": ("married_to",),
    "debut": ("active",),
    "profit": ("box_office",),
    "times_budget": ("box_office",),
    "years_active": ("active",),
    "years_existing": ("founded", "settled"),
    "years_married": ("married_to",),
    "years_old": ("made", "published", "released", "founded"),
    "years_recording": ("recorded",),
    "years_serving": ("military_service",),
}
"""Predicates that are worked out -> those whose facts they follow from; without any such fact there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two numbers may lie apart and still agree: a share of the known one, or an amount."""

    share: float = 0.0
    amount: float = 0.0

    @classmethod
    def parse(cls, text: str) -> "Tolerance":
        """Read "3%" as a share and "0.5" as an amount in the predicate's unit; empty is none."""
        if text.endswith("%"):
            return cls(share=float(text[:-1]) / 100)
        return cls(amount=float(text or 0))

    def around(self, value: float) -> float:
        """The amount by which a stated number may differ from ``value``."""
        return max(self.amount, abs(value) * self.share)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation, as a row of ``vocabulary/predicates.csv``.

    ``closed`` is ``value`` where a subject's value at a time leaves room for no other, ``list`` where the
    store holds every value of a subject of which it holds any, ``year`` where only a statement on a whole year can be
    refuted, and empty where it never contradicts.
    """

    name: str
    shape: str
    subject_kind: str
    value_kind: str
    single: bool
    interval: bool
    closed: str
    policy: str
    tolerance: Tolerance
    unit: str
    template: str

    @classmethod
    def of(cls, row: tuple[str, str, str, str, bool, str, str, str, str, str, str]) -> "Predicate":
        """The predicate of a row of the store's table."""
        name, shape, subject, value, single, temporal, closed, policy, tolerance, unit, template = row
        return cls(
            name, shape, subject, value, single, temporal == "interval", closed, policy,
            Tolerance.parse(tolerance), unit, template,
        )  # fmt: skip
