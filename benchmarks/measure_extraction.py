"""Speed of extraction on real articles, without embedding -> ``results/extraction.json``: figures only.

    python benchmarks/measure_extraction.py DEVSETS [STORE]

DEVSETS is the folder with the development sets; it is not part of the project. STORE is a fact store; without it
the program's own is used.

Counted is the processor time (``time.process_time``) of ``extract_claims`` in one process, over the first 300
articles of the sample, after 20 of them as a warm-up: the best of three rounds, since a busy machine makes every
round slower and none faster; the load average says how busy it was. The shares come from one more round in which each stage is timed by itself; what a
stage hands out one by one is drained, and the timers' own cost counts as ``rest``.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from os import cpu_count, getloadavg
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from claims.extracting import extract, mentions, read_sentences
from claims.extracting.titles import TitleIndex
from claims.matching.minilm import MiniLM
from claims.records import Article
from claims.store.ensure import ensure_store
from claims.store.names import NameIndex
from claims.store.open import Store, open_store
from flows.spare_collector import spare_collector
from measure_untouched import read_set
from record_result import record_result

ARTICLES = 300
WARM_UP = 20
ROUNDS = 3
TARGET = 3_000
"""Sentences per second of one core."""
STAGES: dict[str, tuple[tuple[object, str], ...]] = {
    "boilerplate": ((read_sentences, "find_boilerplate"),),
    "sentences": ((mentions, "split_sentences"),),
    "words": ((read_sentences, "tokenise"),),
    "names": ((NameIndex, "find_all"),),
    "times": ((mentions, "find_times"),),
    "countries": ((read_sentences, "countries_of_article"),),
    "anaphors": ((read_sentences, "resolve_anaphors"),),
    "events": ((read_sentences, "find_events"),),
    "titles": ((TitleIndex, "find"),),
    "calculations": ((extract, "read_calculations"),),
    "wordings": ((extract, "read_relations"),),
    "other_shapes": tuple(
        (extract, reader)
        for reader in (
            "read_editions",
            "read_event_dates",
            "read_event_places",
            "read_calendar_dates",
            "read_city_countries",
            "read_offices",
        )
    ),
    "standalone": ((extract, "write_standalone"),),
}


def _timed(function: Callable[..., Any], spent: dict[str, float], stage: str) -> Callable[..., Any]:
    def call(*arguments: object, **named: object) -> object:
        begun = process_time()
        result = function(*arguments, **named)
        result = list(result) if isinstance(result, Iterator) else result
        spent[stage] += process_time() - begun
        return result

    return call


@contextmanager
def timed_stages() -> Iterator[dict[str, float]]:
    """Seconds by stage of what is extracted inside."""
    spent: dict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for stage, places in STAGES.items():
            for owner, name in places:
                timed = _timed(getattr(owner, name), spent, stage)
                stack.enter_context(patch.object(owner, name, timed))
        yield spent


def measure_round(articles: Sequence[Article], store: Store) -> tuple[float, int, int]:
    """Seconds, sentences and claims of the articles."""
    begun = process_time()
    found = [extract.extract_claims(article, store) for article in articles]
    spent = process_time() - begun
    return spent, sum(len(each.sentences) for each in found), sum(len(each.claims) for each in found)


def measure(articles: Sequence[Article], store: Store) -> dict[str, Any]:
    """The figures of the best round, and each stage's share of a round in which all are timed."""
    measure_round(articles[:WARM_UP], store)
    spare_collector()  # as every run does after its first batch
    seconds, sentences, claims = min(measure_round(articles, store) for _ in range(ROUNDS))
    with timed_stages() as spent:
        whole = measure_round(articles, store)[0]
    shares = {stage: round(spent[stage] / whole, 3) for stage in STAGES}
    return {
        "target_sentences_per_second": TARGET,
        "articles": len(articles),
        "sentences": sentences,
        "claims": claims,
        "load_average": round(getloadavg()[0], 1),
        "processors": cpu_count(),
        "sentences_per_second": round(sentences / seconds),
        "milliseconds_an_article": round(seconds / len(articles) * 1000, 1),
        "shares": {**shares, "rest": round(1 - sum(shares.values()), 3)},
    }


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where the folder is missing."""
    sample = Path(arguments[0]) / "news_sample_2015_2020.jsonl.gz" if arguments else None
    if sample is None or not sample.exists():
        print(__doc__, file=sys.stderr)
        print("The folder with the development sets is missing.", file=sys.stderr)
        return 2
    path = Path(arguments[1]) if arguments[1:] else ensure_store(MiniLM())
    with open_store(path) as store:
        figures = measure(list(islice(read_set(sample), ARTICLES)), store)
    print(record_result("extraction", "make extraction", figures))
    print(figures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
