"""An explanation -> the lines that a person reads at a terminal: what was read, what was known, what followed."""

from collections.abc import Iterator

from claims.explain import Explanation
from claims.judging.explain_confidence import ConfidenceParts
from claims.judging.explain_finding import RankedEdition
from claims.records import CONTEXT, Claim, Finding, Interval, Quantity, Slot
from claims.report.agreement import agree
from claims.report.excerpt import cut_excerpt
from claims.report.known_as_lines import known_as_lines
from claims.report.reason_meanings import REASON_MEANINGS
from claims.report.styled_line import StyledLine
from claims.report.wording import confidence_in_words, in_words, probability_in_words, slot_in_words
from claims.store.open import Store
from claims.values.dates import write_interval

ROOM = 600
"""Characters of the sentence shown on each side of the span: all of any ordinary sentence."""
NAMES = 3
"""Meanings of a slot that are shown; the JSON holds them all."""
EDITIONS = 5
"""Editions of a ranking that are shown."""
_of = StyledLine.of


def explanation_as_lines(one: Explanation, store: Store) -> Iterator[StyledLine]:
    """The lines in order. Control characters of the input are left to whoever prints them."""
    finding = one.finding
    yield _of(0, (f"Finding {one.number}: ", "head"), *_verdict(finding))
    yield from _sentence(one)
    yield from _claim(one, store)
    yield from known_as_lines(one, store)
    yield from _outcome(one)
    if one.trace.confidence:
        yield from _confidence(one.trace.confidence)
    yield from _ranking(one.trace.editions, store)


def _verdict(finding: Finding) -> list[str | tuple[str, str]]:
    style = "flag" if finding.is_flag else "good"
    sure = (
        f" ({confidence_in_words(finding.confidence)}, {probability_in_words(finding.confidence)})"
        if finding.is_flag
        else ""
    )
    where = f" in {slot_in_words(finding.slot)}" if finding.is_flag else ""
    return [(f"{in_words(finding.verdict)}{where}", style), sure]


def _sentence(one: Explanation) -> Iterator[StyledLine]:
    part = cut_excerpt(one.article.text, one.finding.claim.sentence, one.finding.span, ROOM)
    yield _of(2, part.before, (f"[{part.span}]", "span"), part.after)


def _claim(one: Explanation, store: Store) -> Iterator[StyledLine]:
    claim, text = one.finding.claim, one.article.text
    yield _of(2, ("Read as", "head"))
    yield _of(4, claim.text)
    yield _of(4, (f"{claim.shape} {claim.predicate}", "dim"), ", checked: ", claim.value)
    for slot in claim.slots:
        if slot.name in CONTEXT:
            continue
        style = "span" if slot is claim.checked else "dim"
        yield _of(4, (f"{slot.name} ", style), slot.span.of(text), _meaning(slot, store))
    yield from _context(claim, text, store)
    yield _of(4, in_words(claim.voice), _by(one.manner.voice_by.of(text) if one.manner.voice_by else ""))
    yield _of(4, in_words(claim.modality), _by(one.manner.modality_by))


def _context(claim: Claim, text: str, store: Store) -> Iterator[StyledLine]:
    """A line for each kind of what stands around the claim: each thing once, and nothing that is a part of the claim."""
    own = {slot.span for slot in claim.slots if slot.name not in CONTEXT}
    for name in CONTEXT:
        told: dict[str, str] = {}
        for slot in claim.all_slots(name):
            if slot.span not in own:
                told.setdefault(_meaning(slot, store) or slot.span.of(text), slot.span.of(text))
        if told:
            things = [said if meaning == said else f"{said}{meaning}" for meaning, said in told.items()]
            yield _of(4, (f"{name.replace('_', ' ')} ", "dim"), "; ".join(things))


def _by(words: str) -> str:
    return f": “{words}”" if words else ""


def _meaning(slot: Slot, store: Store) -> str:
    names = [f"{store.name(e)} ({e})" for e in slot.entities[:NAMES]]
    names += [f"{len(slot.entities) - NAMES} more"] if len(slot.entities) > NAMES else []
    parts = [" or ".join(names), " or ".join(_interval(reading) for reading in slot.readings)]
    parts += [_number(slot.quantity)] if slot.quantity else []
    parts += [f"not resolved ({slot.unresolved})"] if slot.unresolved else []
    told = [part for part in parts if part]
    return f" = {', '.join(told)}" if told else ""


def _interval(reading: Interval) -> str:
    about = "about " if reading.approximate else ""
    return f"{about}{write_interval(reading)} (to the {reading.precision})"


def _number(quantity: Quantity) -> str:
    stated = " to ".join(f"{value:,.12g}" for value in quantity.stated)
    bounds = ("any" if bound is None else f"{bound:,.12g}" for bound in (quantity.low, quantity.high))
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{stated}{unit} ({' to '.join(bounds)})"


def _outcome(one: Explanation) -> Iterator[StyledLine]:
    finding, alone = one.finding, one.trace.alone
    yield _of(2, ("Verdict", "head"))
    yield _of(4, (f"{finding.verdict}, {finding.reason}", "flag" if finding.is_flag else "good"),
              f": {REASON_MEANINGS[finding.reason]}")  # fmt: skip
    yield _of(4, agree(finding.explanation))
    if (alone.verdict, alone.reason) != (finding.verdict, finding.reason):
        yield _of(4, f"By itself it would be {alone.verdict}, {alone.reason}: {agree(alone.explanation)}")
    if one.held_back:
        yield _of(4, f"A flag of {finding.confidence:.0%} that the setting {one.held_back} holds back.")
    for repair in finding.repairs:
        yield _of(4, ("would fit: ", "dim"), repair.replacement, (f" ({', '.join(repair.fact_ids)})", "dim"))


def _confidence(parts: ConfidenceParts) -> Iterator[StyledLine]:
    yield _of(2, ("Confidence", "head"))
    for name, weight in (("bias", parts.bias), *parts.features):
        yield _of(4, f"{weight:+.2f} ", (name, "dim"))
    yield _of(
        4, f"{parts.log_odds:+.2f} log-odds, a probability of {parts.probability:.1%}",
        (f" (shown from {parts.threshold:.0%})", "dim"),
    )  # fmt: skip


def _ranking(editions: tuple[RankedEdition, ...], store: Store) -> Iterator[StyledLine]:
    if not editions:
        return
    yield _of(2, ("Ranking of the editions that may be meant", "head"))
    for edition in editions[:EDITIONS]:
        terms = ", ".join(f"{name} {points:+.2f}" for name, points in edition.terms)
        yield _of(
            4, f"{edition.rank}. {store.name(edition.entity)} {edition.points:+.2f}", (f" = {terms}", "dim")
        )
    if len(editions) > EDITIONS:
        yield _of(4, (f"and {len(editions) - EDITIONS} more", "dim"))
