"""A flag -> everything that an editor is shown of it."""

import re
from collections.abc import Sequence

from claims.ledger.claim_key import claim_key
from claims.records import Article, Claim, Decision, Fact, Finding, Modality, Repair, Voice
from claims.report.action import ACTIONS
from claims.report.agreement import agree
from claims.report.build_row import ROW_ROOM, Origins, build_evidence
from claims.report.excerpt import cut_excerpt
from claims.report.flag_view import ArticleView, FlagView, PlaceView, RepairView
from claims.report.mark_parts import mark_parts
from claims.report.mark_slots import mark_slots
from claims.report.second_note import second_note
from claims.report.surrounding import surrounding
from claims.report.wording import in_words
from claims.values.dates import write_partial

ADVICE = {
    Voice.QUOTED: "add a note and leave the quotation as it is",
    Voice.ATTRIBUTED: "check what the source said before changing it",
}
"""What to do where the words are not the reporter's own."""

EVIDENCE = 3
"""Facts shown with a flag: when, and in which city and country. The rest is folded."""

SELF_EVIDENT = frozenset(("edition_year", "edition_of"))
"""Predicates whose facts only repeat the name of an edition."""

_SPACE = re.compile(r"(\s+)")

SENTENCE_ROOM = 600
"""Characters of the sentence shown on each side of the span: all of any ordinary sentence."""

REPAIR_ROOM = 60
"""The same around a repair; the sentence stands in full above it."""


def build_flag(
    number: int, text: str, finding: Finding, places: Sequence[PlaceView], origins: Origins
) -> FlagView:
    """The view of a flag as it stands in the first of its places; ``number`` counts the flags of the report from 1."""
    claim = finding.claim
    evidence = tuple(build_evidence(fact, origins) for fact in _by_weight(finding))
    before, after = surrounding(text, claim.sentence)
    excerpt = cut_excerpt(text, claim.sentence, finding.span, SENTENCE_ROOM)
    lead, tail = mark_slots(excerpt, claim, finding.span)
    return FlagView(
        number=number,
        key=claim_key(finding),
        places=tuple(places),
        verdict=finding.verdict,
        shape=claim.shape,
        reason=finding.reason,
        slot=finding.slot,
        voice=claim.voice,
        action=ACTIONS[claim.voice],
        before=before,
        lead=lead,
        excerpt=excerpt,
        marked=mark_parts(finding, excerpt.span),
        tail=tail,
        after=after,
        statement=_statement(claim, text),
        explanation=agree(finding.explanation),
        evidence=evidence[:EVIDENCE],
        more=evidence[EVIDENCE:],
        repairs=tuple(_repair(text, claim, repair) for repair in finding.repairs),
        confidence=finding.confidence,
        notes=(*_notes(claim), *second_note(finding)),
        decided=_decided(finding.decision) if finding.decision else "",
    )


def build_place(
    article: ArticleView, checked: Article, number: int, finding: Finding, *, is_new: bool
) -> PlaceView:
    """Where a flag stands; ``number`` is that of the finding in its article."""
    return PlaceView(
        article=article,
        article_id=checked.id,
        sha256=checked.sha256,
        finding=number,
        start=finding.span.start,
        end=finding.span.end,
        excerpt=cut_excerpt(checked.text, finding.claim.sentence, finding.span, ROW_ROOM),
        new=is_new,
    )


def _statement(claim: Claim, text: str) -> str:
    """The claim's own text, where it says more than its sentence."""
    return "" if claim.text == " ".join(claim.sentence.of(text).split()) else claim.text


def _by_weight(finding: Finding) -> list[Fact]:
    """The facts behind the first repair, then the others; last what the name of an edition says itself."""
    first = finding.repairs[0].fact_ids if finding.repairs else ()
    return sorted(finding.facts, key=lambda fact: (fact.predicate in SELF_EVIDENT, fact.id not in first))


def _notes(claim: Claim) -> list[str]:
    """What is out of the ordinary about who says it, and in which mode."""
    notes = []
    if claim.voice is not Voice.REPORTER:
        speaker = f" ({claim.speaker})" if claim.speaker else ""
        notes.append(f"{_sentence(claim.voice)}{speaker}: {ADVICE[claim.voice]}.")
    if claim.modality is not Modality.ASSERTED:
        notes.append(f"{_sentence(claim.modality)}.")
    return notes


def _decided(decision: Decision) -> str:
    by = f" by {decision.reviewer}" if decision.reviewer else ""
    note = f": {decision.note}" if decision.note else ""
    day = write_partial(decision.decided.date().isoformat())
    return f"{in_words(decision.choice).capitalize()}{by}, {day}{note}"


def _sentence(code: str) -> str:
    return in_words(code).capitalize()


def _repair(text: str, claim: Claim, repair: Repair) -> RepairView:
    excerpt = cut_excerpt(text, claim.sentence, repair.span, REPAIR_ROOM)
    lead, struck, inserted, tail = _differing(excerpt.span, repair.replacement)
    return RepairView(excerpt.before + lead, struck, inserted, tail + excerpt.after)


def _differing(old: str, new: str) -> tuple[str, str, str, str]:
    """The words both begin with, those struck, those put in, and the words both end with."""
    before, after = _SPACE.split(old), _SPACE.split(new)
    lead = _common(before, after)
    tail = _common(before[lead:][::-1], after[lead:][::-1])
    parts = (before[:lead], before[lead : len(before) - tail], after[lead : len(after) - tail])
    lead_text, struck, inserted = ("".join(part) for part in parts)
    return lead_text, struck, inserted, "".join(before[len(before) - tail :])


def _common(these: list[str], those: list[str]) -> int:
    """How many words the two begin with alike."""
    pairs = list(zip(these, those, strict=False))
    return next((i for i, (this, that) in enumerate(pairs) if this != that), len(pairs))
