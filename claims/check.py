"""The whole pipeline on one screen: article -> claims -> candidates -> findings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from claims.extracting.extract import Extraction, extract_claims
from claims.judging.drop_echoes import drop_echoes
from claims.judging.judge import judge_claim
from claims.judging.judge_consistency import judge_consistency
from claims.judging.limit_flags import limit_flags
from claims.judging.name_lacks import name_lacks
from claims.judging.rank_unjudged import rank_unjudged
from claims.matching.candidates import find_candidates, needs_vector
from claims.matching.score_worth import score_worth, worth_threshold
from claims.records import Article, CheckedArticle, Claim, Coverage, Finding, Sentence, Verdict
from claims.rereading.reader import SecondReader
from claims.rereading.reread_flags import reread_flags
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import Store

Vectors = Mapping[str, NDArray[np.float32]]
"""Unit vectors by the text they stand for."""


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """An article with its claims; small and picklable, so that stages may run in other processes."""

    article: Article
    extraction: Extraction
    headline: tuple[Claim, ...] = ()
    """What the title says, with spans in the title; the text is held against it."""

    def texts(self, settings: Settings) -> tuple[str, ...]:
        """The texts that judging needs a vector for: of described events, and of sentences that are scored by theirs."""
        queries = (claim.query for claim in self.extraction.claims if needs_vector(claim))
        sentences = self.extraction.sentences if settings.worth == "vectors" else ()
        return (*queries, *(sentence.text for sentence in sentences))


def check_article(
    article: Article,
    store: Store,
    encoder: Encoder,
    settings: Settings,
    reader: SecondReader | None = None,
) -> CheckedArticle:
    """Everything the store says of an article. The encoder is not touched where names suffice.

    ``reader`` is asked about each flag; without one, as by default, nobody is.
    """
    extracted = extract_article(article, store)
    return judge_article(extracted, embed_texts(extracted.texts(settings), encoder), store, settings, reader)


def extract_article(article: Article, store: Store) -> ExtractedArticle:
    """First stage: the claims of an article."""
    headline = replace(article, text=article.title) if article.title else None
    above = extract_claims(headline, store).claims if headline else ()
    return ExtractedArticle(article, extract_claims(article, store), above)


def embed_texts(texts: tuple[str, ...], encoder: Encoder) -> Vectors:
    """Second stage: a vector for each different text; of many articles at once, if you like."""
    distinct = sorted(set(texts), key=lambda text: (len(text), text))
    return dict(zip(distinct, encoder.encode(distinct), strict=True)) if distinct else {}


def judge_article(
    extracted: ExtractedArticle,
    vectors: Vectors,
    store: Store,
    settings: Settings,
    reader: SecondReader | None = None,
) -> CheckedArticle:
    """Third stage: a finding for each claim, and what could not be judged."""
    article = extracted.article
    findings = drop_echoes(
        judge_claim(
            claim, find_candidates(claim, vectors.get(claim.query), store, settings), article, store, settings
        )
        for claim in extracted.extraction.claims
    )
    findings = judge_consistency(findings, article, extracted.headline, settings)
    findings = reread_flags(findings, article, reader, may_veto=settings.second_reader_may == "veto")
    findings = limit_flags(findings, len(article.text.split()), settings.max_flags_per_1000_words)
    worthy = _worthy(extracted.extraction.sentences, vectors, settings)
    coverage = _coverage(extracted.extraction, findings, worthy)
    return CheckedArticle(article, findings, replace(coverage, lacks=name_lacks(findings, article, store)))


Scored = list[tuple[Sentence, float]]
"""Sentences with their check-worthiness."""


def _worthy(sentences: Sequence[Sentence], vectors: Vectors, settings: Settings) -> Scored | None:
    """The sentences worth checking with their scores; None where nothing is to be scored."""
    if settings.worth == "none":
        return None
    texts = [sentence.text for sentence in sentences]
    by_vector = settings.worth == "vectors"
    scores = score_worth(texts, np.stack([vectors[text] for text in texts]) if by_vector and texts else None)
    least = worth_threshold(with_vector=by_vector)
    return [(s, float(score)) for s, score in zip(sentences, scores, strict=True) if score >= least]


def _coverage(extraction: Extraction, findings: tuple[Finding, ...], worthy: Scored | None) -> Coverage:
    silent = Counter(str(f.reason) for f in findings if f.verdict is Verdict.NOT_ENOUGH_INFO)
    aside = Counter(part.reason for part in extraction.aside)
    return Coverage(
        sentences=len(extraction.sentences),
        claims=len(findings),
        judged=len(findings) - silent.total(),
        not_judged=tuple(sorted(silent.items())),
        set_aside=tuple(sorted(aside.items())),
        worth_checking=None if worthy is None else len(worthy),
        unjudged=rank_unjudged(worthy or (), findings),
    )
