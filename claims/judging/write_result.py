"""A right result as it would stand in the text in place of the stated one."""

from claims.judging.write_values import write_quantity_like
from claims.records import Slot, Span
from claims.values.quantities.find_quantities import find_quantities
from claims.values.quantities.vocabulary import vocabulary


def write_result(slot: Slot, value: float, *, percent: bool) -> tuple[Span, str] | None:
    """The slot with the value in place of its number, and where it stands; None where it cannot be written so."""
    found = find_quantities(slot.text)
    if len(found) != 1 or slot.quantity is None or len(slot.quantity.stated) != 1:
        return None
    if percent and slot.quantity.kind in ("fraction", "ratio"):
        return slot.span, f"{value:.0f} percent"
    start, end = found[0].number.start, found[0].number.end
    number = slot.text[start:end]
    if number[:1].isdecimal():
        written = write_quantity_like(Slot(slot.name, slot.span, number, quantity=slot.quantity), value)
    else:
        written = _in_words(value).capitalize() if number[:1].isupper() else _in_words(value)
    return slot.span, slot.text[:start] + written + slot.text[end:]


def _in_words(value: float) -> str:
    """A small whole number as a word, any other in digits."""
    words = {role.value: word for word, role in vocabulary().numbers.items() if role.name in ("unit", "teen")}
    return next((word for number, word in words.items() if number == value), f"{value:,g}")
