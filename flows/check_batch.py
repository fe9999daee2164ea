"""A batch of articles -> findings, stage by stage; no Prefect in it, so that any worker can do it."""

from collections.abc import Sequence
from functools import partial

from claims.check import embed_texts, extract_article, judge_article
from claims.records import Article, CheckedArticle, ReadFailure
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import Store
from flows.attempt import attempt
from flows.open_reader import open_reader
from flows.split_failures import split_failures
from flows.stopwatch import Stopwatch


def check_batch(
    articles: Sequence[Article], store: Store, encoder: Encoder, settings: Settings, watch: Stopwatch
) -> tuple[list[CheckedArticle], list[ReadFailure]]:
    """The findings of each article, and the articles that broke a stage. Texts are embedded together."""
    with watch.time("find claims"):
        tried = [attempt("read for claims", a, partial(extract_article, a, store)) for a in articles]
    extracted, broken = split_failures(tried)
    with watch.time("embed"):
        vectors = embed_texts(tuple(t for one in extracted for t in one.texts(settings)), encoder)
    reader = open_reader(settings)
    with watch.time("judge"):
        judged = [
            attempt("judged", one.article, partial(judge_article, one, vectors, store, settings, reader))
            for one in extracted
        ]
    checked, unjudged = split_failures(judged)
    return checked, [*broken, *unjudged]
