"""What a number in the text means, as data."""

from dataclasses import dataclass
from enum import StrEnum

from claims.records import Span


class Kind(StrEnum):
    """What sort of quantity it is."""

    CARDINAL = "cardinal"
    COUNT = "count"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    CURRENCY = "currency"
    MEASURE = "measure"
    AGE = "age"
    SCORE = "score"
    RATIO = "ratio"
    FRACTION = "fraction"


class Hedge(StrEnum):
    """How the words around a number bound it."""

    NONE = "none"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    ORDER = "order"
    """Only the order of magnitude is said: "hundreds of", "dozens"."""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity and the values it may stand for.

    ``stated`` holds the numbers as said, in ``unit``: one, the two ends of a range, or the points of
    a score. ``low`` and ``high`` bound what the words allow, hedge and rounding included; None is open.
    """

    span: Span
    text: str
    kind: Kind
    stated: tuple[float, ...]
    low: float | None
    high: float | None
    rounding: float
    """Half of the last place that is stated, in ``unit``: 50,000 for "2.3 million", 0 for "1,247"."""
    hedge: Hedge
    number: Span
    unit: str = ""
    """Id of ``units.csv``, a currency code, or empty for a bare number."""
    dimension: str = ""
    per: str = ""
    """What the unit is divided by: ``hour`` in "90 miles an hour", ``person`` in "$40 a head"."""
    unit_span: Span | None = None
    """Where the unit stands, or the noun that is counted."""
    also: tuple[str, ...] = ()
    """Other units that the same words may mean: "$" is also the dollar of Australia."""

    @property
    def value(self) -> float | None:
        """The one number that is stated, or None for a range or a score."""
        return self.stated[0] if len(self.stated) == 1 else None

    def admits(self, value: float) -> bool:
        """Whether a value in the same unit lies within the bounds, ends included."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)
