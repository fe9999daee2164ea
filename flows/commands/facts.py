"""``claims facts``: build the store, say what is in it, look things up, take facts in and out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.errors import StoreError
from claims.matching.minilm import MiniLM
from claims.records import Fact
from claims.store.build import build_store
from claims.store.diff_stores import diff_stores
from claims.store.encoder import Encoder
from claims.store.export_facts import export_facts
from claims.store.import_pack import import_pack
from claims.store.knowledge import Knowledge, default_path
from claims.store.open import Store, open_store
from claims.store.packs import added_packs
from flows.commands.prepare_facts import prepare_facts
from flows.write_terminal import complain, write_lines

FOUND = 20
"""Entities that a search prints."""
MENTIONS = 20
"""Facts with the entity as their value that ``show`` prints."""
LISTED = 200
"""Changes of one kind that are printed; the rest are counted."""
BAD = 2
"""Exit status where nothing was taken in."""


def build_facts(facts: Path | None, encoder: Encoder | None = None) -> int:
    """Build the store and describe it."""
    encoder = encoder or MiniLM()
    path = build_store(encoder, facts or default_path(Knowledge.of(), encoder.name))
    return describe_facts(path, encoder)


def describe_facts(facts: Path | None, encoder: Encoder | None = None) -> int:
    """Print the store's place, version, newest date, packs and number of facts by predicate.

    A path that is given is only looked at; nothing is built there.
    """
    with open_store(facts) if facts else _open(None, encoder) as store:
        write_lines(_describe(store))
    return 0


def search_facts(words: Sequence[str], facts: Path | None, encoder: Encoder | None = None) -> int:
    """Print the entities whose names hold all the words; 1 where there is none."""
    with _open(facts, encoder) as store:
        found = store.search(" ".join(words), FOUND)
        write_lines(
            f"{entity:<44} {name}" + (f"  ({alias})" if alias != name else "")
            for entity, name, alias in found
        )
    if not found:
        complain(f"nothing is called {' '.join(words)!r}")
    return 0 if found else 1


def show_facts(entity: str, facts: Path | None, encoder: Encoder | None = None) -> int:
    """Print all that is known of an entity, or one fact by its id."""
    with _open(facts, encoder) as store:
        own = store.about(entity)
        if not own and not store.has(entity):
            raise StoreError(f"nothing has the id {entity!r}; find one with `claims facts search WORDS`")
        write_lines(_show(store, entity, own))
    return 0


def import_facts(source: Path, facts: Path | None, encoder: Encoder | None = None) -> int:
    """Take a user's facts in as a pack, or print every row that keeps it from being one."""
    encoder = encoder or MiniLM()
    with _open(facts, encoder) as store:
        imported = import_pack(source, store, added_packs())
    for bad in imported.bad:
        complain(f"{source / bad.table if bad.table else source}:{bad.line}: {bad.cause}: {bad.row}")
    if imported.bad:
        complain(f"{len(imported.bad)} bad rows; nothing was taken in")
        return BAD
    counts = ", ".join(
        f"{len(rows)} {table.replace('_', ' ')}"
        for table, rows in imported.tables.items()
        if rows or table != "name_times"
    )
    write_lines([f"{imported.name}: {counts}, kept in {added_packs() / imported.name}"])
    prepare_facts(encoder, None)
    return 0


def export_store(folder: Path, kind: str, facts: Path | None, encoder: Encoder | None = None) -> int:
    """Write the store's tables to a folder."""
    path = prepare_facts(encoder or MiniLM(), facts)
    write_lines(str(file) for file in export_facts(path, folder, kind))
    return 0


def list_changes(old: Path, new: Path) -> int:
    """Print the facts that two stores do not share; 1 where there is any."""
    changes = diff_stores(old, new)
    write_lines(_limited([(c.kind, f"{c.fact}  [{c.before}] -> [{c.after}]") for c in changes]))
    return 1 if changes else 0


def _open(facts: Path | None, encoder: Encoder | None) -> Store:
    return open_store(prepare_facts(encoder or MiniLM(), facts))


def _limited(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Rows by kind, each kind with its count, and no more than ``LISTED`` of one."""
    for kind, count in sorted(Counter(kind for kind, _text in rows).items()):
        yield f"{kind} ({count:,})"
        texts = [text for own, text in rows if own == kind]
        yield from (f"  {text}" for text in texts[:LISTED])
        if count > LISTED:
            yield f"  ... and {count - LISTED:,} more"


def _describe(store: Store) -> Iterator[str]:
    sources = store.sources()
    dated = [source.newest for source in sources if source.newest]
    yield f"Store    {store.path}"
    yield f"Version  {store.version}"
    yield f"Newest   {max(dated).isoformat() if dated else '-'}, the newest date that a source has observed"
    yield f"Facts    {sum(source.facts for source in sources):,} from {len(sources)} packs"
    yield ""
    yield "Facts    Pack                     As of       Newest      Licence         What it holds"
    for source in sources:
        newest = source.newest.isoformat() if source.newest else "-"
        yield (
            f"{source.facts:>8,} {source.name:<24} {source.as_of or '-':<11} {newest:<11} {source.licence:<15} "
            f"{source.title}"
        )
        yield f"{'':<58}source: {source.url or source.producer}, taken {source.accessed.isoformat()}"
    yield ""
    yield "Facts    Predicate            Newest date"
    for predicate, facts, latest in store.counts():
        yield f"{facts:>8,} {predicate:<20} {latest or '-'}"
    yield ""
    yield "As of: until when open-ended facts are known to hold. Newest: the newest observation in the source."


def _while(first: str, last: str) -> str:
    """The time of a name, after its kind."""
    if first and last:
        return f", {first} to {last}"
    return f", from {first}" if first else f", until {last}" if last else ""


def _show(store: Store, entity: str, own: tuple[Fact, ...]) -> Iterator[str]:
    yield f"{entity}  {store.name(entity)}"
    times = store.name_times(entity)
    names = ", ".join(
        f"{alias} ({kind}{_while(*times.get(alias, ('', '')))})" for alias, kind in store.aliases_of(entity)
    )
    if names:
        yield f"  names: {names}"
    for fact in own:
        yield f"  {fact.text}  [{fact.source}] {fact.id}"
    mentions = store.mentioning(entity, MENTIONS)
    if mentions:
        yield "  as a value:"
        yield from (f"    {fact.text}  [{fact.source}] {fact.id}" for fact in mentions)
