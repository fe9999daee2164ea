"""``claims facts``: build the store, say what is in it, look things up, take facts in and out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from claims.errors import StoreError
from claims.matching.minilm import MiniLM
from claims.records import Fact
from claims.store.build import Knowledge, build_store, default_path
from claims.store.diff_stores import diff_stores
from claims.store.encoder import Encoder
from claims.store.export_facts import export_facts
from claims.store.import_pack import import_pack
from claims.store.open import Store, open_store
from claims.store.packs import added_packs
from flows.commands.prepare_facts import prepare_facts
from flows.write_terminal import complain, write_text

FOUND = 20
"""Entities that a search prints."""
MENTIONS = 20
"""Facts with the entity as their value that ``show`` prints."""
LISTED = 200
"""Doubts or changes of one kind that are printed; the rest are counted."""
BAD = 2
"""Exit status where nothing was taken in."""


def build_facts(facts: Path | None, encoder: Encoder | None = None) -> int:
    """Build the store and describe it."""
    encoder = encoder or MiniLM()
    build_store(encoder, _path(facts, encoder))
    return describe_facts(facts, encoder)


def describe_facts(facts: Path | None, encoder: Encoder | None = None) -> int:
    """Print the store's place, version, packs and number of facts by predicate."""
    with open_store(_path(facts, encoder or MiniLM())) as store:
        _print(_describe(store))
    return 0


def search_facts(words: Sequence[str], facts: Path | None, encoder: Encoder | None = None) -> int:
    """Print the entities whose names hold all the words; 1 where there is none."""
    with _open(facts, encoder) as store:
        found = store.search(" ".join(words), FOUND)
        _print(
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
        _print(_show(store, entity, own))
    return 0


def import_facts(source: Path, facts: Path | None, encoder: Encoder | None = None) -> int:
    """Take a user's facts in as a pack, or print every row that keeps it from being one."""
    encoder = encoder or MiniLM()
    with _open(facts, encoder) as store:
        imported = import_pack(source, store, added_packs())
    for bad in imported.bad:
        complain(f"{source}:{bad.line}: {bad.cause}: {bad.row}")
    if imported.bad:
        complain(f"{len(imported.bad)} bad rows; nothing was taken in")
        return BAD
    counts = ", ".join(f"{len(rows)} {table}" for table, rows in imported.tables.items())
    write_text(f"{imported.name}: {counts}, kept in {added_packs() / imported.name}\n")
    prepare_facts(encoder, None)
    return 0


def export_store(folder: Path, kind: str, facts: Path | None, encoder: Encoder | None = None) -> int:
    """Write the store's tables to a folder."""
    path = prepare_facts(encoder or MiniLM(), facts)
    _print(str(file) for file in export_facts(path, folder, kind))
    return 0


def list_doubts(facts: Path | None, today: date, encoder: Encoder | None = None) -> int:
    """Print what is doubtful in the store; 1 where anything is."""
    with _open(facts, encoder) as store:
        doubts = store.doubts(today)
        shown = [(d.kind, f"{' | '.join(d.facts)}: {d.text}") for d in doubts]
    _print(_limited(shown))
    return 1 if doubts else 0


def list_changes(old: Path, new: Path) -> int:
    """Print the facts that two stores do not share; 1 where there is any."""
    changes = diff_stores(old, new)
    _print(_limited([(c.kind, f"{c.fact}  [{c.before}] -> [{c.after}]") for c in changes]))
    return 1 if changes else 0


def _path(facts: Path | None, encoder: Encoder) -> Path:
    return facts or default_path(Knowledge.of(), encoder.name)


def _open(facts: Path | None, encoder: Encoder | None) -> Store:
    return open_store(prepare_facts(encoder or MiniLM(), facts))


def _print(lines: Iterator[str]) -> None:
    write_text("".join(f"{line}\n" for line in lines))


def _limited(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Rows by kind, each kind with its count, and no more than ``LISTED`` of one."""
    for kind, count in sorted(Counter(kind for kind, _text in rows).items()):
        yield f"{kind} ({count:,})"
        texts = [text for own, text in rows if own == kind]
        yield from (f"  {text}" for text in texts[:LISTED])
        if count > LISTED:
            yield f"  ... and {count - LISTED:,} more"


def _describe(store: Store) -> Iterator[str]:
    yield f"Store    {store.path}"
    yield f"Version  {store.version}"
    yield "\nFacts    Pack             Licence         What it holds"
    for name, title, licence, count in store.sources():
        yield f"{count:>8,} {name:<16} {licence:<15} {title}"
    yield "\nFacts    Predicate            Newest date"
    for predicate, facts, newest in store.counts():
        yield f"{facts:>8,} {predicate:<20} {newest or '-'}"


def _show(store: Store, entity: str, own: tuple[Fact, ...]) -> Iterator[str]:
    yield f"{entity}  {store.name(entity)}"
    names = ", ".join(f"{alias} ({kind})" for alias, kind in store.aliases_of(entity))
    if names:
        yield f"  names: {names}"
    for fact in own:
        yield f"  {fact.text}  [{fact.source}] {fact.id}"
    mentions = store.mentioning(entity, MENTIONS)
    if mentions:
        yield "  as a value:"
        yield from (f"    {fact.text}  [{fact.source}] {fact.id}" for fact in mentions)
