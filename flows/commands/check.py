"""``claims check``: the library called directly, for a few articles at a time."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claims.check import check_article
from claims.matching.make_encoder import make_encoder
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article, CheckedArticle
from claims.report.as_json import as_json
from claims.report.as_text import as_text
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open_for import open_store_for
from flows.commands.prepare_facts import prepare_facts
from flows.commands.read_inputs import read_inputs
from flows.exit_status import exit_status
from flows.open_reader import open_reader
from flows.write_terminal import complain_of, write_json, write_text


def check_files(
    files: Sequence[str],
    as_json_: bool,
    day: date | None,
    facts: Path | None,
    encoder: Encoder | None = None,
    settings: Settings | None = None,
    reading: ReadingSettings | None = None,
) -> int:
    """Print the findings of the files; the exit status says whether there is a flag among them."""
    settings = settings or Settings()
    encoder = encoder or make_encoder(settings.encoder)
    articles, failures = read_inputs(files, day, reading)
    complain_of(failures)
    checked = _check(articles, facts, encoder, settings) if articles else []
    if as_json_:
        write_json(as_json(checked, failures))
    elif checked or not failures:
        write_text(as_text(checked, []))  # the failures stand on stderr already
    return exit_status(len(checked), sum(f.is_flag for c in checked for f in c.findings), len(failures))


def _check(
    articles: Sequence[Article], facts: Path | None, encoder: Encoder, settings: Settings
) -> list[CheckedArticle]:
    reader = open_reader(settings)
    with open_store_for(encoder, prepare_facts(encoder, facts)) as store:
        return [check_article(article, store, encoder, settings, reader) for article in articles]
