"""A finding -> the whole chain from span to verdict."""

from dataclasses import dataclass

from claims.check import embed_texts
from claims.extracting.explain_manner import Manner, explain_manner
from claims.judging.explain_candidates import Outcome, explain_candidates
from claims.judging.explain_confidence import least_shown
from claims.judging.explain_finding import Trace, explain_finding
from claims.matching.candidates import needs_vector
from claims.matching.consider_candidates import consider_candidates
from claims.records import Article, Finding, Reason
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import Store


@dataclass(frozen=True, slots=True)
class Explanation:
    """One finding and how it came about; ``number`` is its place among the findings, from 1.

    ``held_back`` names the setting that made a flag of it silent, or is empty: then the judge's own word stands.
    """

    number: int
    article: Article
    finding: Finding
    manner: Manner
    candidates: tuple[Outcome, ...]
    trace: Trace
    held_back: str


def explain(
    number: int, finding: Finding, article: Article, store: Store, encoder: Encoder, settings: Settings
) -> Explanation:
    """The explanation of a finding of the article. The claim is judged again, which gives the same finding."""
    claim = finding.claim
    vectors = embed_texts((claim.query,), encoder) if needs_vector(claim) else {}
    considered = consider_candidates(claim, vectors.get(claim.query), store, settings)
    taken = [one.candidate for one in considered if not one.obstacle]
    trace = explain_finding(finding, taken, article, store, settings)
    return Explanation(
        number=number,
        article=article,
        finding=finding,
        manner=explain_manner(claim, article),
        candidates=explain_candidates(claim, considered, trace, store),
        trace=trace,
        held_back=_held_back(finding, settings),
    )


def _held_back(finding: Finding, settings: Settings) -> str:
    """Only what was a flag once has features."""
    if finding.is_flag or not finding.features:
        return ""
    if finding.confidence < settings.min_confidence:
        return "min_confidence"
    if finding.reason is Reason.SECOND_READER:
        return "second_reader"
    return (
        "least_confidence"
        if finding.confidence < least_shown(finding, settings)
        else "max_flags_per_1000_words"
    )
