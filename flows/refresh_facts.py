"""The flow: Wikidata -> packs -> store. Without ``apply`` it only says what would change.

One task asks one query: it is the only kind that is tried again, and its pages are on disk by then, so that
a second try goes on where the first one stopped. The rest is quick, and its errors stay what they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from claims.errors import Unreachable
from claims.matching.minilm import MiniLM
from claims.refreshing.draft_refresh import Draft, draft_refresh
from claims.refreshing.endpoint import WIKIDATA, Endpoint
from claims.refreshing.fetch_statements import fetch_statements
from claims.refreshing.read_templates import Query, Template, read_templates
from claims.refreshing.statements import Found
from claims.store.build import build_store
from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from claims.store.knowledge import Knowledge, default_path
from claims.store.packs import added_packs
from claims.store.replace_packs import replace_packs
from flows.show_progress import progress

NETWORK_RETRIES: list[float] = [10, 60]
"""Seconds between attempts after the client's own have all failed."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """What a refresh came to: the drafts, whether they are in place, and the store built from them, if any."""

    drafts: tuple[Draft, ...]
    applied: bool
    store: Path | None


@flow(name="refresh_facts", persist_result=False, validate_parameters=True)
def refresh_facts(
    only: list[str],
    work: Path,
    endpoint: str = WIKIDATA,
    contact: str = "",
    allow_http: bool = False,
    out: Path | None = None,
    apply: bool = False,
) -> Refresh:
    """Draft the packs of the templates named, or of all, and with ``apply`` put them in place.

    ``work`` keeps pages and drafts; ``out`` is where packs go instead of among the user's own. Raises ClaimsError.
    """
    place, encoder = Endpoint(endpoint, contact, allow_http), MiniLM()
    templates = read_templates(only)
    store = prepare_facts(encoder)
    found, day = _fetch_all(templates, place, work / "pages")
    drafts = compare(templates, found, day, store, out or added_packs(), work, endpoint)
    refresh = put_in_place(drafts, out, encoder) if apply else Refresh(tuple(drafts), False, None)
    publish_changes(refresh)
    return refresh


def _fetch_all(
    templates: Sequence[Template], endpoint: Endpoint, work: Path
) -> tuple[dict[str, Found], date]:
    """What every query finds, by its name, and the earliest day one was asked: all is as of that day."""
    queries = [query for template in templates for query in template.queries]
    found, days = {}, []
    for done, query in enumerate(queries):
        progress("Queries answered", done, len(queries))
        found[query.name], day = fetch(query, endpoint, work)
        days.append(day)
    progress("Queries answered", len(queries), len(queries))
    return found, min(days)


@task(persist_result=False)
def prepare_facts(encoder: Encoder) -> Path:
    """The file of an up-to-date fact store."""
    return ensure_store(encoder)


def _is_unreachable(_task: Task[..., object], _run: TaskRun, state: State[object]) -> bool:
    """Whether the network may be better in a while; every other error stays what it is."""
    return isinstance(state.result(raise_on_failure=False), Unreachable)


@task(
    persist_result=False,
    retries=len(NETWORK_RETRIES),
    retry_delay_seconds=NETWORK_RETRIES,
    retry_condition_fn=_is_unreachable,
)
def fetch(query: Query, endpoint: Endpoint, work: Path) -> tuple[Found, date]:
    """What one query finds, and the day it was asked."""
    return fetch_statements(query, endpoint, work)


@task(persist_result=False)
def compare(
    templates: Sequence[Template],
    found: dict[str, Found],
    day: date,
    store: Path,
    target: Path,
    work: Path,
    source: str,
) -> list[Draft]:
    """The drafts of the packs, each with what would change."""
    return draft_refresh(templates, found, day, store, target, work, source)


@task(persist_result=False)
def put_in_place(drafts: Sequence[Draft], out: Path | None, encoder: Encoder) -> Refresh:
    """All drafts in the place of the packs they replace, and the store built again; or nothing of it."""
    return apply_drafts(drafts, out, encoder)


def apply_drafts(drafts: Sequence[Draft], out: Path | None, encoder: Encoder) -> Refresh:
    """The same, outside of Prefect. Packs that go elsewhere than among the user's own are in no store."""
    built: list[Path] = []

    def build() -> None:
        if out is None:
            built.append(build_store(encoder, default_path(Knowledge.of(), encoder.name)))

    replace_packs([draft.folder for draft in drafts], out or added_packs(), build)
    return Refresh(tuple(drafts), True, built[0] if built else None)


def publish_changes(refresh: Refresh) -> None:
    """What changes, as an artifact that Prefect's own interface shows with the run."""
    rows = [
        f"| {d.name} | {d.facts:,} | {_count(d, 'added')} | {_count(d, 'changed')} | {_count(d, 'removed')} |"
        for d in refresh.drafts
    ]
    table = "\n".join(
        ["| pack | facts | new | changed | gone |", "| --- | ---: | ---: | ---: | ---: |", *rows]
    )
    create_markdown_artifact(f"{table}\n", key="refresh-facts", description="Facts from Wikidata")


def _count(draft: Draft, kind: str) -> str:
    return f"{sum(change.kind == kind for change in draft.changes):,}"
