"""An edition or event spoken of."""

from dataclasses import dataclass

from claims.records import Slot, Span, TimeMention

PLACE_KINDS = ("place", "country")

LIFE_HEADS = frozenset(("assassination", "death", "murder"))
"""What only happens to persons, and is done by persons: "Jordan was murdered" is said of no country."""

PARTICIPANT_KINDS = ("country", "person", "org", "place")


@dataclass(frozen=True, slots=True)
class EventMention:
    """An edition or event spoken of, and how surely.

    ``span`` takes in the year, ``name`` does not. ``weak`` means that something else of the same
    kind may be meant, so that it can be supported and never contradicted.
    """

    span: Span
    name: Span
    entities: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    year: int | None = None
    year_span: Span | None = None
    place: Slot | None = None
    weak: bool = False
    head: str | None = None
    participants: tuple[str, ...] = ()
    told: bool = False
    """Whether a clause tells it, its verb being part of the span: what follows the verb is said of the event."""
    loose: bool = False
    """Whether a clause only seems to tell it: the names in it may be said of otherwise."""
    begun: bool = False
    """Whether a verb tells that it came about, so that a time beside it is that of its beginning: "invaded on 24 February"."""
    act: bool = False
    """Whether it is of a kind that a verb may tell so: an invasion, and no war."""
    met: bool = False
    """Whether it is told by who met, so that only place or time say which of their meetings it is."""
    times: tuple[TimeMention, ...] = ()
    """What the sentence before said of its time, where this one takes it up again."""
