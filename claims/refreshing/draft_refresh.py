"""What was found at Wikidata -> packs in a folder of drafts, each checked and compared with what is there."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from claims.errors import PackError
from claims.refreshing.make_pack import Drafted, make_packs
from claims.refreshing.read_templates import PACKS, Template
from claims.refreshing.statements import Cause, Found
from claims.store.compare_pack import compare_pack, weigh_facts
from claims.store.diff_stores import Change
from claims.store.write_pack import ITEMS, write_pack

RANK = 0
"""Where Wikidata says the same as another pack and more of its end, it is the newer one and speaks."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack that could be put in place: its folder, what changes by it, and what was left out and why."""

    name: str
    folder: Path
    facts: int
    changes: tuple[Change, ...]
    differing: tuple[Change, ...]
    known: int
    dropped: Counter[Cause]


def draft_refresh(
    templates: Sequence[Template],
    found: Mapping[str, Found],
    day: date,
    store: Path,
    target: Path,
    work: Path,
    source: str,
) -> list[Draft]:
    """A draft for each template under ``work``; ``target`` is where the packs lie that they would replace.

    Raises PackError, RefreshError or StoreError; nothing is changed outside of ``work``.
    """
    drafted = make_packs(found, templates, store, _earlier(target), day)
    return [_draft(pack, store, target, work / "drafts", source) for pack in drafted]


def _draft(pack: Drafted, store: Path, target: Path, work: Path, source: str) -> Draft:
    name = pack.template.pack
    weighed = weigh_facts(store, pack.facts, PACKS)
    used = {entity for row in weighed.rows for entity in (row[0], row[2])}
    tables = {
        "entities": [row for row in pack.entities if row[0] in used],
        "aliases": [row for row in pack.aliases if row[0] in used],
        "facts": weighed.rows,
    }
    items = [row for row in pack.items if row[2] in used]
    write_pack(work / name, tables, items, dict(_record(pack, weighed.rows, source)), store)
    changes = compare_pack(store, weighed.rows, target / name)
    return Draft(
        name,
        work / name,
        len(weighed.rows),
        tuple(changes),
        tuple(weighed.differing),
        weighed.known,
        pack.dropped,
    )


def _record(pack: Drafted, rows: Sequence[tuple[str, ...]], source: str) -> Iterator[tuple[str, str]]:
    """The source record; the newest date is that of an observation, not of a plan."""
    day = pack.day.isoformat()
    yield "name", dumps(pack.template.pack)
    yield "title", dumps(pack.template.title)
    yield "producer", dumps("the contributors of Wikidata")
    yield "url", dumps(source, ensure_ascii=False)
    yield "licence", dumps("CC0-1.0")
    yield "accessed", day
    newest = max((date for row in rows for date in row[3:6] if len(date) == 10 and date <= day), default="")
    if newest:
        yield "newest", newest
    yield "rank", str(RANK)
    yield "made_by", dumps("claims facts refresh")


def _earlier(target: Path) -> dict[tuple[str, str], str]:
    """The new entities of all packs from Wikidata that are in place, by item and kind."""
    earlier: dict[tuple[str, str], str] = {}
    for path in sorted(target.glob(f"{PACKS}*/items.parquet")):
        try:
            rows = pq.read_table(path, columns=list(ITEMS)).to_pylist()
        except (OSError, pa.ArrowException, KeyError) as error:
            raise PackError(f"{path}: {error}; remove {path.parent} and refresh again") from error
        earlier |= {(row["item"], row["kind"]): row["entity"] for row in rows}
    return earlier
