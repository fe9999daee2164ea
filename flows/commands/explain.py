"""``claims explain``: how one finding, or each flag, came about."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claims.check import check_article
from claims.errors import NoSuchFinding
from claims.explain import Explanation, explain
from claims.matching.make_encoder import make_encoder
from claims.reading.reading_settings import ReadingSettings
from claims.report.explanation_as_json import explanation_as_json
from claims.report.list_findings import NumberedFinding, list_findings
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import Store
from claims.store.open_for import open_store_for
from flows.commands.prepare_facts import prepare_facts
from flows.commands.read_inputs import read_inputs
from flows.exit_status import FAILED, NOTHING
from flows.open_reader import open_reader
from flows.show_explanations import show_explanations
from flows.write_terminal import complain_of, write_json


def explain_file(
    file: str,
    number: int | None,
    *,
    as_json: bool,
    day: date | None,
    facts: Path | None,
    settings: Settings | None = None,
    reading: ReadingSettings | None = None,
    encoder: Encoder | None = None,
) -> int:
    """Print the explanation of a finding, or of each flag of the file; 0 where at least one article could be read.

    Raises NoSuchFinding where the file has no finding of that ``number``.
    """
    settings = settings or Settings()
    encoder = encoder or make_encoder(settings.encoder)
    articles, failures = read_inputs([file], day, reading)
    complain_of(failures)
    if not articles:
        return FAILED
    reader = open_reader(settings)
    with open_store_for(encoder, prepare_facts(encoder, facts)) as store:
        findings = list_findings(
            [check_article(article, store, encoder, settings, reader) for article in articles]
        )
        chosen = _choose(findings, number)
        explained = [_explain(one, store, encoder, settings) for one in chosen]
        if as_json:
            write_json(explanation_as_json(explained, findings, failures, store))
        else:
            show_explanations(explained, findings, store)
    return NOTHING


def _choose(findings: Sequence[NumberedFinding], number: int | None) -> list[NumberedFinding]:
    if number is None:
        return [one for one in findings if one.finding.is_flag]
    if not 1 <= number <= len(findings):
        known = f"1 to {len(findings)}" if findings else "none"
        raise NoSuchFinding(f"there is no finding {number}; this file has {known}")
    return [findings[number - 1]]


def _explain(one: NumberedFinding, store: Store, encoder: Encoder, settings: Settings) -> Explanation:
    return explain(one.number, one.finding, one.article, store, encoder, settings)
