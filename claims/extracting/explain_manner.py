"""By which words a claim has its voice and its modality."""

from dataclasses import dataclass

from claims.extracting.claiming import PLANNED
from claims.extracting.modality import read_modality
from claims.extracting.voice import find_quotes, read_voice
from claims.records import Article, Claim, Modality, Shape, Span, Voice


@dataclass(frozen=True, slots=True)
class Manner:
    """What shows that a claim is quoted or attributed, and the words that make it more or less than asserted.

    ``voice_by`` is None where the reporter says it; ``modality_by`` is empty where it is asserted.
    """

    voice_by: Span | None
    modality_by: str


def explain_manner(claim: Claim, article: Article) -> Manner:
    """The words that decided, read again as they were when the claim was made."""
    sentence, span = claim.sentence.of(article.text), claim.checked.span
    said = read_voice(sentence, claim.sentence.start, span, find_quotes(article.text))
    shown = said.shown_by if claim.voice is not Voice.REPORTER and said.voice is claim.voice else None
    return Manner(shown, _modality_by(claim, sentence))


def _modality_by(claim: Claim, sentence: str) -> str:
    """A claim does not keep whether it was presupposed; the reading that gives its modality is the one it had."""
    if claim.modality is Modality.ASSERTED:
        return ""
    modes = (
        read_modality(
            sentence,
            claim.sentence.start,
            claim.checked.span,
            presupposed,
            claim.shape in PLANNED,
            presupposed and claim.shape is Shape.OFFICE,
        )
        for presupposed in (claim.shape is Shape.EDITION, claim.shape is not Shape.EDITION)
    )
    return next((mode.words for mode in modes if mode.modality is claim.modality), "")
