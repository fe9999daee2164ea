"""The flow: facts that changed -> the archived findings that rested on them, judged again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, task

from claims.ledger.compare_findings import Flip, compare_findings
from claims.ledger.find_affected import Affected, find_affected
from claims.ledger.open import FILE_NAME
from claims.ledger.part import Pieces, make_part
from claims.matching.make_encoder import make_encoder
from claims.records import Article, CheckedArticle, ReadFailure
from claims.report.json_piece import piece_form, render_piece
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import Store, open_store
from flows.check_articles import prepare_facts
from flows.check_batch import check_batch
from flows.ledger_tasks import record, settle
from flows.prepare_out import prepare_out
from flows.start_run import start_run
from flows.stopwatch import Stopwatch

INPUT = "sweep"
"""What stands as the input of a sweep in the list of runs."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What came of it: facts that changed, of how many, articles judged again, and the verdicts that flipped."""

    changed: int
    facts: int
    articles: int
    flips: tuple[Flip, ...]
    failures: tuple[ReadFailure, ...]


@flow(name="sweep_changed_facts", persist_result=False, validate_parameters=True)
def sweep_changed_facts(out: Path = Path("out"), facts: Path | None = None) -> Sweep:
    """Judge the archived articles again whose findings rest on facts that changed; they are recorded as a run.

    The articles' texts come from the ledger; no input is read. Raises ClaimsError.
    """
    prepare_out(out)
    settings, ledger = Settings(), out / FILE_NAME
    encoder = make_encoder(settings.encoder)
    with open_store(prepare_facts(encoder, facts)) as store:
        affected = look_for(ledger, store)
        run = start_run((INPUT,), None, store.version, encoder.name, settings.version)
        articles = [checked.article for checked in affected.articles]
        found, failures = judge_again(articles, store, encoder, settings)
    if affected.articles:
        part = make_part(run, found, Pieces(render_piece, piece_form()))
        record(ledger, replace(run, finished=datetime.now(UTC)), [part], failures)
        settle(ledger, run)
    flips = tuple(_flips(affected.articles, found))
    return Sweep(len(affected.changed), affected.facts, len(found), flips, tuple(failures))


@task(persist_result=False)
def look_for(ledger: Path, store: Store) -> Affected:
    """The articles that rest on changed facts."""

    def texts(ids: list[str]) -> Mapping[str, str]:
        return {fact.id: fact.text for fact in store.by_id(ids)}

    return find_affected(ledger, texts)


@task(persist_result=False)
def judge_again(
    articles: Sequence[Article], store: Store, encoder: Encoder, settings: Settings
) -> tuple[list[CheckedArticle], list[ReadFailure]]:
    """The findings of the articles as the facts are now, and the articles that broke something."""
    return check_batch(articles, store, encoder, settings, Stopwatch())


def _flips(old: Sequence[CheckedArticle], new: Sequence[CheckedArticle]) -> list[Flip]:
    now = {checked.article.id: checked for checked in new}
    return [
        flip for was in old if was.article.id in now for flip in compare_findings(was, now[was.article.id])
    ]
