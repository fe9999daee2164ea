"""What every claim has, whatever its shape: voice, modality and the text it stands in."""

from collections.abc import Iterable

from claims.extracting.mentions import Reading
from claims.extracting.modality import read_modality
from claims.extracting.voice import read_voice
from claims.records import Claim, Shape, Slot, Span

PLANNED = (Shape.EDITION, Shape.EVENT_DATE, Shape.EVENT_PLACE)
"""Shapes of what is planned, and may be put off or called off."""
CONTEXT_CHARACTERS = 400
"""A longer sentence is cut to this many characters around the claim before it is embedded;
MiniLM reads 256 word pieces at most, some 1,000 characters."""


def make_claim(
    reading: Reading,
    shape: Shape,
    predicate: str,
    value: str,
    slots: Iterable[Slot],
    cues: Iterable[str] = (),
    text: str | None = None,
    presupposed: bool = False,
) -> Claim:
    """A claim of one sentence, with voice and modality read around its checked slot.

    ``text`` is the wording with its context resolved; by default the words around the slot.
    """
    parts = tuple(slots)
    checked = next(slot for slot in parts if slot.name == value)
    sentence = reading.sentence
    said = read_voice(sentence.text, sentence.span.start, checked.span, reading.quotes)
    return Claim(
        article_id=reading.article.id,
        sentence=sentence.span,
        shape=shape,
        predicate=predicate,
        value=value,
        slots=parts,
        voice=said.voice,
        modality=read_modality(
            sentence.text, sentence.span.start, checked.span, presupposed, shape in PLANNED
        ),
        text=text or _around(reading, checked.span),
        speaker=said.speaker,
        cues=frozenset(cues),
    )


def _around(reading: Reading, span: Span) -> str:
    sentence = reading.sentence.span
    room = max(0, CONTEXT_CHARACTERS - (span.end - span.start)) // 2
    start, end = max(sentence.start, span.start - room), min(sentence.end, span.end + room)
    return " ".join(reading.article.text[start:end].split())


def place_slots(reading: Reading) -> list[Slot]:
    """Every place or country named in the sentence, as context; a metonym or a demonym is no place."""
    return [
        Slot("near_place", name.span, name.text, name.ids("place", "country"))
        for name in reading.names
        if any(s.alias_kind not in ("metonym", "demonym") for s in name.of_kind("place", "country"))
    ]
