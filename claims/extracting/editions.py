"""Shape *edition*: a recurring event with a year, "the 2020 Winter Olympics"."""

from collections.abc import Iterator

from claims.extracting.claiming import make_claim, place_slots
from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import Claim, Shape, Slot


def read_editions(reading: Reading, events: list[EventMention]) -> Iterator[Claim]:
    """A claim for each series or edition named together with a year."""
    for event in events:
        if event.year is None or event.year_span is None or not event.series:
            continue
        slots = [
            Slot("edition", event.span, event.span.of(reading.article.text), event.entities),
            Slot("series", event.name, event.name.of(reading.article.text), event.series),
            Slot("year", event.year_span, str(event.year)),
        ]
        if event.place:
            slots.append(event.place)
        cues = ["weak"] if event.weak else []
        yield make_claim(
            reading,
            Shape.EDITION,
            "edition_year",
            "edition",
            [*slots, *place_slots(reading)],
            cues,
            presupposed=True,
        )
