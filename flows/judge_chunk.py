"""A chunk of articles -> findings, by tasks of batches.

Tasks take half a second of work or more each: a task costs Prefect some 5 ms, and its server digests some 50 a
second. They run one after another, for they are Python code that threads would not make faster.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from prefect import task

from claims.check import ExtractedArticle, Vectors, embed_texts, extract_article, judge_article
from claims.ledger.run import Run
from claims.records import Article, CheckedArticle, ReadFailure
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import Store
from flows.attempt import attempt
from flows.show_progress import progress
from flows.stopwatch import Stopwatch

T = TypeVar("T")
Item = TypeVar("Item", Article, ExtractedArticle, CheckedArticle)


BATCH = 100
"""Articles a task; extracting takes some 7 ms an article, judging about as long."""


@dataclass(frozen=True, slots=True)
class Judging:
    """What an article is judged by, the run that it is judged for, and the watch on its stages."""

    store: Store
    encoder: Encoder
    settings: Settings
    run: Run
    watch: Stopwatch


def judge_chunk(
    articles: Sequence[Article], judging: Judging, before: int
) -> tuple[list[CheckedArticle], list[ReadFailure]]:
    """The three stages over a chunk, and the articles that broke one; ``before`` it so many were done."""
    extracted: list[ExtractedArticle] = []
    checked: list[CheckedArticle] = []
    failures: list[ReadFailure] = []
    total = before + len(articles)
    for part in _batches(articles):
        with judging.watch.time("find claims"):
            good, bad = split_failures(extract(part, judging.store))
        extracted, failures = extracted + good, failures + bad
        progress("Claims found", before + len(extracted), total)
    with judging.watch.time("embed"):
        vectors = embed(extracted, judging.encoder, judging.settings)
    for judged in _batches(extracted):
        with judging.watch.time("judge"):
            done, bad_ones = split_failures(judge(judged, vectors, judging.store, judging.settings))
        checked, failures = checked + done, failures + bad_ones
        progress("Claims judged", before + len(checked), total)
    return checked, failures


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


def split_failures(items: Sequence[Item | ReadFailure]) -> tuple[list[Item], list[ReadFailure]]:
    """The things themselves, and the failures among them."""
    good = [item for item in items if not isinstance(item, ReadFailure)]
    return good, [item for item in items if isinstance(item, ReadFailure)]


@task(persist_result=False)
def extract(articles: Sequence[Article], store: Store) -> list[ExtractedArticle | ReadFailure]:
    """The claims of a batch of articles, and a failure for each that cannot be read so."""
    return [attempt("read for claims", a, partial(extract_article, a, store)) for a in articles]


@task(persist_result=False)
def embed(extracted: Sequence[ExtractedArticle], encoder: Encoder, settings: Settings) -> Vectors:
    """A vector for each text of a chunk that needs one, the shortest first, so that a batch holds texts of one length."""
    texts = tuple(text for article in extracted for text in article.texts(settings))
    return embed_texts(texts, encoder)


@task(persist_result=False)
def judge(
    extracted: Sequence[ExtractedArticle], vectors: Vectors, store: Store, settings: Settings
) -> list[CheckedArticle | ReadFailure]:
    """The findings of a batch of articles, and a failure for each that cannot be judged."""
    return [
        attempt("judged", one.article, partial(judge_article, one, vectors, store, settings))
        for one in extracted
    ]
