"""``claims check``: the library called directly, for a few articles at a time."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claims.check import check_article
from claims.matching.minilm import MiniLM
from claims.reading.read import read_articles
from claims.records import Article, CheckedArticle, ReadFailure
from claims.report.as_json import as_json
from claims.report.as_text import as_text
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import open_store
from flows.commands.prepare_facts import prepare_facts
from flows.commands.read_stdin import read_stdin
from flows.write_terminal import complain, write_json, write_text

NOTHING, FLAGGED, FAILED = 0, 1, 2
STDIN = "-"


def check_files(
    files: Sequence[str], as_json_: bool, day: date | None, facts: Path | None, encoder: Encoder | None = None
) -> int:
    """Print the findings of the files; the exit status says whether there is a flag among them."""
    articles, failures = _read(files, day)
    complain_of(failures)
    checked = _check(articles, facts, encoder or MiniLM()) if articles else []
    if as_json_:
        write_json(as_json(checked, failures))
    else:
        write_text(as_text(checked, []))  # the failures stand on stderr already
    return exit_status(len(checked), sum(f.is_flag for c in checked for f in c.findings), len(failures))


def exit_status(articles: int, flags: int, failures: int) -> int:
    """0 nothing flagged, 1 something flagged, 2 nothing could be done: there are failures and no article."""
    if failures and not articles:
        return FAILED
    return FLAGGED if flags else NOTHING


def complain_of(failures: Sequence[ReadFailure]) -> None:
    """A line on stderr for each input that could not be read."""
    for failure in failures:
        complain(f"{failure.source}: {failure.error}")


def _read(files: Sequence[str], day: date | None) -> tuple[list[Article], list[ReadFailure]]:
    read = list(read_articles([path for path in files if path != STDIN], day))
    if STDIN in files:
        read.append(read_stdin(sys.stdin.buffer, day))
    articles = [item for item in read if isinstance(item, Article)]
    return articles, [item for item in read if isinstance(item, ReadFailure)]


def _check(articles: Sequence[Article], facts: Path | None, encoder: Encoder) -> list[CheckedArticle]:
    settings = Settings()
    with open_store(prepare_facts(encoder, facts)) as store:
        return [check_article(article, store, encoder, settings) for article in articles]
