"""The whole pipeline on one screen: article -> claims -> candidates -> findings."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.extracting.extract import Extraction, extract_claims
from claims.judging.drop_echoes import drop_echoes
from claims.judging.judge import judge_claim
from claims.matching.candidates import find_candidates, needs_vector
from claims.records import Article, CheckedArticle, Coverage, Finding, Verdict
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

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that judging needs a vector for."""
        return tuple(claim.query for claim in self.extraction.claims if needs_vector(claim))


def check_article(article: Article, store: Store, encoder: Encoder, settings: Settings) -> CheckedArticle:
    """Everything the store says of an article. The encoder is not touched where names suffice."""
    extracted = extract_article(article, store)
    return judge_article(extracted, embed_texts(extracted.texts, encoder), store, settings)


def extract_article(article: Article, store: Store) -> ExtractedArticle:
    """First stage: the claims of an article."""
    return ExtractedArticle(article, extract_claims(article, store))


def embed_texts(texts: tuple[str, ...], encoder: Encoder) -> Vectors:
    """Second stage: a vector for each different text; of many articles at once, if you like."""
    distinct = sorted(set(texts), key=lambda text: (len(text), text))
    return dict(zip(distinct, encoder.encode(distinct), strict=True)) if distinct else {}


def judge_article(
    extracted: ExtractedArticle, vectors: Vectors, store: Store, settings: Settings
) -> CheckedArticle:
    """Third stage: a finding for each claim, and what could not be judged."""
    article = extracted.article
    findings = drop_echoes(
        judge_claim(
            claim, find_candidates(claim, vectors.get(claim.query), store, settings), article, store, settings
        )
        for claim in extracted.extraction.claims
    )
    return CheckedArticle(article, findings, _coverage(extracted.extraction, findings))


def _coverage(extraction: Extraction, findings: tuple[Finding, ...]) -> Coverage:
    silent = Counter(str(f.reason) for f in findings if f.verdict is Verdict.NOT_ENOUGH_INFO)
    judged = len(findings) - silent.total()
    aside = Counter(part.reason for part in extraction.aside)
    return Coverage(
        extraction.sentences,
        len(findings),
        judged,
        tuple(sorted(silent.items())),
        tuple(sorted(aside.items())),
    )
