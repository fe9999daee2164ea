"""Articles of a batch -> what an earlier run, or this one before it was cut off, found in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from claims.ledger.open import open_ledger
from claims.ledger.pack_records import content_key
from claims.ledger.run import Run
from claims.records import Article, ReadFailure
from claims.store.text_list import TEXTS, text_list


@dataclass(frozen=True, slots=True)
class Known:
    """An article that need not be judged again, by its key, and the run that judged it."""

    content: str
    run: str


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch of articles, sorted by what the ledger knows of them. ``done`` stand in this very run already."""

    new: tuple[Article, ...]
    known: tuple[Known, ...]
    failed: tuple[ReadFailure, ...]
    done: frozenset[str]


def find_results(
    path: Path,
    run: Run,
    articles: Sequence[Article],
    retry: bool = False,
    unread: Sequence[ReadFailure] = (),
) -> Batch:
    """Which articles are to be judged, and what is known of the others, and of the inputs that could not be read.

    Known is what was found in the same article by the same facts, rules, model and settings. An article that could
    not be judged so is not tried again unless ``retry``. Raises LedgerError.
    """
    if not path.exists():
        return Batch(tuple(articles), (), (), frozenset())
    with open_ledger(path) as db:
        return find_in(db, run, articles, retry, unread)


def find_in(
    db: duckdb.DuckDBPyConnection,
    run: Run,
    articles: Sequence[Article],
    retry: bool,
    unread: Sequence[ReadFailure],
) -> Batch:
    """The same of a ledger that is open."""
    keys = {article.id: content_key(article) for article in articles}
    ids = [*keys, *(failure.id for failure in unread)]
    done = _ids(db, "articles", "article", run.id, ids) | _ids(db, "errors", "input", run.id, ids)
    known = _known(db, list(keys.values()), run.versions)
    failed = {} if retry else _failed(db, list(keys.values()), run.versions)
    waiting = [article for article in articles if article.id not in done]
    return Batch(
        tuple(a for a in waiting if keys[a.id] not in known and keys[a.id] not in failed),
        tuple(known[keys[a.id]] for a in waiting if keys[a.id] in known),
        tuple(failed[keys[a.id]] for a in waiting if keys[a.id] in failed and keys[a.id] not in known),
        frozenset(done),
    )


def _ids(db: duckdb.DuckDBPyConnection, table: str, column: str, run: str, ids: list[str]) -> set[str]:
    """Those of the ids that stand under the run already; not all of it, which may be millions."""
    rows = db.execute(
        f"SELECT {column} FROM {table} WHERE run = ? AND {column} IN {TEXTS.format('?')}",
        [run, text_list(ids)],
    ).fetchall()
    return {key for (key,) in rows}


def _known(db: duckdb.DuckDBPyConnection, keys: list[str], versions: str) -> dict[str, Known]:
    rows = db.execute(
        f"SELECT content, run FROM results WHERE versions = ? AND content IN {TEXTS.format('?')}",
        [versions, text_list(keys)],
    ).fetchall()
    return {content: Known(content, run) for content, run in rows}


def _failed(db: duckdb.DuckDBPyConnection, keys: list[str], versions: str) -> dict[str, ReadFailure]:
    rows = db.execute(
        f"SELECT content, input, source, error FROM errors WHERE versions = ? AND content IN {TEXTS.format('?')}",
        [versions, text_list(keys)],
    ).fetchall()
    return {content: ReadFailure(id, source, error, content) for content, id, source, error in rows}
