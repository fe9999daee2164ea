"""``claims facts``: build the store, or say what is in it."""

from collections.abc import Iterator
from pathlib import Path

from claims.matching.minilm import MiniLM
from claims.store.build import Knowledge, build_store, default_path
from claims.store.encoder import Encoder
from claims.store.open import Store, open_store
from flows.write_terminal import write_text


def build_facts(facts: Path | None, encoder: Encoder | None = None) -> int:
    """Build the store and describe it."""
    encoder = encoder or MiniLM()
    build_store(encoder, _path(facts, encoder))
    return describe_facts(facts, encoder)


def describe_facts(facts: Path | None, encoder: Encoder | None = None) -> int:
    """Print the store's place, version, packs and number of facts by predicate."""
    with open_store(_path(facts, encoder or MiniLM())) as store:
        write_text("\n".join(_describe(store)) + "\n")
    return 0


def _path(facts: Path | None, encoder: Encoder) -> Path:
    return facts or default_path(Knowledge.of(), encoder.name)


def _describe(store: Store) -> Iterator[str]:
    yield f"Store    {store.path}"
    yield f"Version  {store.version}"
    yield "\nFacts    Pack             Licence         What it holds"
    for name, title, licence, count in store.sources():
        yield f"{count:>8,} {name:<16} {licence:<15} {title}"
    yield "\nFacts    Predicate            Newest date"
    for predicate, facts, newest in store.counts():
        yield f"{facts:>8,} {predicate:<20} {newest or '-'}"
