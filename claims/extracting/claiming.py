"""What every claim has, whatever its shape: voice and modality."""

from collections.abc import Iterable

from claims.extracting.mentions import Reading
from claims.extracting.modality import read_modality
from claims.extracting.voice import Said, read_voice
from claims.records import Claim, Shape, Slot, Voice

PLANNED = (Shape.EDITION, Shape.EVENT_DATE, Shape.EVENT_PLACE)
"""Shapes of what is planned, and may be put off or called off."""


def make_claim(
    reading: Reading,
    shape: Shape,
    predicate: str,
    value: str,
    slots: Iterable[Slot],
    cues: Iterable[str] = (),
    query: str = "",
    presupposed: bool = False,
    apposed: bool = False,
) -> Claim:
    """A claim of one sentence, with voice and modality read around its checked slot.

    ``query`` is what the encoder is to read. What is *apposed* to a name holds whatever is planned or supposed of it. The text is that of the sentence until one is written that stands alone.
    """
    parts = tuple(slots)
    checked = next(slot for slot in parts if slot.name == value)
    sentence = reading.sentence
    said = read_voice(sentence.text, sentence.span.start, checked.span, reading.quotes)
    if presupposed and said.voice is Voice.ATTRIBUTED:
        said = Said(Voice.REPORTER)  # "Ng said that President Xi had left": the title is the reporter's
    return Claim(
        article_id=reading.article.id,
        sentence=sentence.span,
        shape=shape,
        predicate=predicate,
        value=value,
        slots=parts,
        voice=said.voice,
        modality=read_modality(
            sentence.text,
            sentence.span.start,
            checked.span,
            presupposed,
            shape in PLANNED,
            presupposed and shape is Shape.OFFICE,
            apposed,
        ).modality,
        text=" ".join(sentence.text.split()),
        speaker=said.speaker,
        query=query,
        cues=frozenset(cues),
    )


def place_slots(reading: Reading) -> list[Slot]:
    """Every place or country named in the sentence, as context; a metonym or a demonym is no place."""
    return [
        Slot("near_place", name.span, name.text, name.ids("place", "country"))
        for name in reading.names
        if any(s.alias_kind not in ("metonym", "demonym") for s in name.of_kind("place", "country"))
    ]
