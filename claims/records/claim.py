"""A claim with its parts."""

from dataclasses import dataclass, field

from claims.records.kinds import Modality, Reason, Shape, Voice
from claims.records.mentions import TimeMention
from claims.records.spans import Interval, Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a slot holds it: what was stated, and the bounds that hedge and rounding leave (None is open)."""

    stated: tuple[float, ...]
    low: float | None
    high: float | None
    unit: str = ""
    kind: str = ""
    other_units: tuple[str, ...] = ()
    """Other units that the same words may mean: "$" is also the dollar of Australia."""
    rounding: float = 0.0
    """Half of the last place that is stated; bounds that lie farther apart come from a hedge."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a claim with the place it was read from."""

    name: str
    span: Span
    text: str
    entities: tuple[str, ...] = ()
    readings: tuple[Interval, ...] = ()
    unresolved: Reason | None = None
    yearless: bool = False
    quantity: Quantity | None = None

    @classmethod
    def of_time(cls, time: TimeMention, name: str = "time") -> "Slot":
        """The slot that a time fills."""
        return cls(name, time.span, time.text, (), time.readings, time.unresolved, time.yearless)


CONTEXT = ("around", "background", "near_place", "nearby")
"""Slots that say what stands around a claim and are no part of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest checkable statement.

    ``slots`` holds every part by name; ``value`` names the slot that is checked. ``text`` says the
    same in words that stand alone. ``query`` is what the encoder reads: the event that is spoken of.
    """

    article_id: str
    sentence: Span
    shape: Shape
    predicate: str
    value: str
    slots: tuple[Slot, ...]
    voice: Voice
    modality: Modality
    text: str
    speaker: str | None = None
    query: str = ""
    cues: frozenset[str] = field(default_factory=frozenset)

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, or None when the sentence does not fill it."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def all_slots(self, name: str) -> tuple[Slot, ...]:
        """Every slot of that name, in text order."""
        return tuple(slot for slot in self.slots if slot.name == name)

    @property
    def checked(self) -> Slot:
        """The slot whose value is compared with the store."""
        return next(slot for slot in self.slots if slot.name == self.value)
