"""``claims extract``: what is read in articles, before anything is judged."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claims.extracting.outline import Outline, outline_article
from claims.matching.minilm import MiniLM
from claims.records import Article
from claims.report.outline_as_json import outline_as_json
from claims.report.scored_outline import ScoredOutline, score_outline
from claims.store.encoder import Encoder
from claims.store.open import Store, open_store
from flows.commands.prepare_facts import prepare_facts
from flows.commands.read_inputs import read_inputs
from flows.exit_status import FAILED, NOTHING
from flows.show_outline import show_outline
from flows.write_terminal import complain_of, write_json


def extract_files(
    files: Sequence[str],
    *,
    as_json: bool,
    day: date | None,
    facts: Path | None,
    model: bool = True,
    encoder: Encoder | None = None,
) -> int:
    """Print what is read in the files; 0 where at least one could be read.

    Without ``model`` sentences are scored by their words, and nothing is embedded where the store is at hand.
    """
    encoder = encoder or MiniLM()
    articles, failures = read_inputs(files, day)
    complain_of(failures)
    if not articles and not as_json:
        return FAILED
    with open_store(prepare_facts(encoder, facts)) as store:
        outlines = _outlines(articles, store, encoder if model else None)
        if as_json:
            write_json(outline_as_json(outlines, failures, store))
        else:
            show_outline(outlines, store)
    return NOTHING if articles else FAILED


def _outlines(articles: Sequence[Article], store: Store, encoder: Encoder | None) -> list[ScoredOutline]:
    return [_scored(outline_article(article, store), encoder) for article in articles]


def _scored(outline: Outline, encoder: Encoder | None) -> ScoredOutline:
    texts = [part.sentence.text for part in outline.sentences]
    return score_outline(outline, encoder.encode(texts) if encoder else None)
