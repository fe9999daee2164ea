"""A query -> all its pages, kept as they come, so that a second run goes on after the last whole one.

Pages are told by key: each asks for the statements whose address comes after the last one had. With OFFSET a
statement added meanwhile would shift all later pages, and Wikidata would count through the earlier ones again.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import httpx

from claims.errors import RefreshError
from claims.refreshing.ask_patiently import Patience, ask_patiently
from claims.refreshing.endpoint import Endpoint
from claims.refreshing.read_answer import Binding, read_bindings, statement_of

FRESH = timedelta(hours=24)
"""Pages older than this are asked for again: together they must tell of one day."""
_LIMIT = re.compile(r"\bLIMIT \d+")


@dataclass(frozen=True, slots=True)
class Pages:
    """Every row of a query, and the day it was first asked, which is the day its facts are as of."""

    day: date
    rows: list[list[Binding]]
    kept: int
    """Pages that an earlier run had fetched."""


def fetch_pages(
    client: httpx.Client,
    endpoint: Endpoint,
    query: str,
    work: Path,
    patience: Patience,
    now: datetime | None = None,
) -> Pages:
    """All pages of a query. Raises Unreachable, after which a second call goes on, or RefreshError."""
    folder = _folder(work, endpoint, query)
    try:
        begun = _begin(folder, now or datetime.now(UTC))
        pages = list(_kept_pages(folder, endpoint))
        kept = len(pages)
        while not pages or _count(pages[-1]) >= endpoint.page:
            body, rows = ask_patiently(client, endpoint, _page_query(query, endpoint, pages), patience)
            _check_progress(pages, rows, endpoint)
            _keep(folder / f"page-{len(pages) + 1:06}.json", body)
            pages.append(rows)
    except OSError as error:
        raise RefreshError(f"{folder}: {error}; give another place with --work") from error
    return Pages(begun.date(), pages, kept)


def _folder(work: Path, endpoint: Endpoint, query: str) -> Path:
    key = sha256(f"{endpoint.url}\n{endpoint.page}\n{query}".encode()).hexdigest()
    return work / key[:20]


def _begin(folder: Path, now: datetime) -> datetime:
    """When the pages in the folder were begun; those of another day are thrown away."""
    path = folder / "begun.json"
    try:
        begun = datetime.fromisoformat(json.loads(path.read_text(encoding="utf-8"))["begun"])
        if timedelta() <= now - begun < FRESH:
            return begun
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _keep(path, json.dumps({"begun": now.isoformat()}).encode())
    return now


def _kept_pages(folder: Path, endpoint: Endpoint) -> Iterator[list[Binding]]:
    """The pages there are, up to the first that is missing, damaged or not full."""
    number = 1
    while (path := folder / f"page-{number:06}.json").exists():
        try:
            rows = read_bindings(path.read_bytes())
        except (ValueError, KeyError, TypeError):
            return
        yield rows
        if _count(rows) < endpoint.page:
            return
        number += 1


def _count(rows: Sequence[Binding]) -> int:
    return len({statement_of(row) for row in rows})


def _page_query(query: str, endpoint: Endpoint, pages: Sequence[Sequence[Binding]]) -> str:
    after = max(statement_of(row) for row in pages[-1]) if pages else ""
    return _LIMIT.sub(f"LIMIT {endpoint.page}", query.replace("%AFTER%", after))


def _check_progress(pages: Sequence[Sequence[Binding]], rows: Sequence[Binding], endpoint: Endpoint) -> None:
    """A server that gives the same statements again would be asked for ever."""
    if pages and rows and min(map(statement_of, rows)) <= max(map(statement_of, pages[-1])):
        raise RefreshError(
            f"{endpoint.url} gives statements again that it gave before; it does not heed the key"
        )


def _keep(path: Path, body: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(body)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
