"""An event as slots, text and cues of a claim."""

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import Slot
from claims.store.open import Store


def event_slot(reading: Reading, event: EventMention) -> Slot:
    """The slot *event*: entities, and else the series it belongs to."""
    return Slot("event", event.span, event.span.of(reading.article.text), event.entities or event.series)


def event_text(reading: Reading, event: EventMention, store: Store) -> str:
    """The event in words that stand alone: "Moscow's invasion (Moscow, Russia)".

    Measured: embedded so, a described event finds its entry in the store at a cosine around 0.75,
    against 0.4 for the sentence it stands in.
    """
    names = ", ".join(store.name(entity) for entity in event.participants)
    text = event.span.of(reading.article.text)
    return f"{text} ({names})" if names else text


def participant_slots(event: EventMention) -> list[Slot]:
    """Who takes part in an event that is described and not named."""
    return (
        [Slot("participant", event.span, event.head or "", event.participants)] if event.participants else []
    )


def event_cues(event: EventMention) -> frozenset[str]:
    """How the event is spoken of, for the judge: weakly, by description, in which year, by which head."""
    cues = {f"head:{event.head}"} if event.head else set()
    if event.weak:
        cues.add("weak")
    if event.met:
        cues.add("met")
    if event.year:
        cues.add(f"year:{event.year}")
    return frozenset(cues)
