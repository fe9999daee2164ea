"""What tests of refreshing share: the small graph read once, drafts of its packs, and stores with them in place."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

from claims.refreshing.ask_patiently import Patience
from claims.refreshing.draft_refresh import Draft, draft_refresh
from claims.refreshing.endpoint import Endpoint
from claims.refreshing.fetch_statements import fetch_statements
from claims.refreshing.read_templates import read_templates
from claims.refreshing.statements import Found
from claims.store import knowledge
from claims.store.build import build_store
from fake_encoder import FakeEncoder
from sparql_server import serve_sparql
from wikidata_items import I, write_graph

DAY = date(2026, 11, 25)


def find(items: list[I], work: Path, only: tuple[str, ...] = ()) -> dict[str, Found]:
    """What the queries find in a graph of these items."""
    with serve_sparql(write_graph(items)) as server:
        place = Endpoint(server.url, allow_http=True, pause=0)
        queries = [query for template in read_templates(only) for query in template.queries]
        return {query.name: fetch_statements(query, place, work, Patience())[0] for query in queries}


def draft(
    found: dict[str, Found],
    store: Path,
    target: Path,
    work: Path,
    only: tuple[str, ...] = (),
    day: date = DAY,
) -> dict[str, Draft]:
    """The drafts by the name of their part."""
    drafts = draft_refresh(read_templates(only), found, day, store, target, work, "http://127.0.0.1/sparql")
    return {one.name.removeprefix("wikidata-"): one for one in drafts}


def build_with(home: Path, added: Path, path: Path) -> Path:
    """A store of a home's packs and those that a user added."""
    with (
        patch.object(knowledge, "packs_home", lambda: home),
        patch.object(knowledge, "added_packs", lambda: added),
    ):
        return build_store(FakeEncoder(), path)


def shown(one: Draft) -> set[str]:
    return {f"{c.kind} {c.fact} [{c.after or c.before}]" for c in one.changes}
