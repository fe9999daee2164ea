"""``claims facts check``: what is doubtful in the store, what of it is explained, and how far its sources agree."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claims.matching.minilm import MiniLM
from claims.store.check_facts import Doubt
from claims.store.doubt_queries import QUERIES
from claims.store.encoder import Encoder
from claims.store.explain_doubts import Explained, explain_doubts, read_explanations
from claims.store.knowledge import Knowledge
from claims.store.measure_agreement import Agreement, measure_agreement
from claims.store.open import open_store
from flows.commands.prepare_facts import prepare_facts
from flows.write_terminal import write_lines

LISTED = 20
"""Open doubts of one kind that are printed; the rest are counted."""


def list_doubts(
    facts: Path | None, today: date, encoder: Encoder | None = None, *, every: bool = False
) -> int:
    """Print what is doubtful as of a day, by kind, and the agreement of the packs; 1 where a doubt is open."""
    encoder = encoder or MiniLM()
    with open_store(prepare_facts(encoder, facts)) as store:
        explained = explain_doubts(store.doubts(today), read_explanations())
        version = store.version
    write_lines(_doubts(explained, every=every))
    knowledge = Knowledge.of()
    if version == knowledge.version(encoder.name):
        write_lines(_agreement(measure_agreement(knowledge.folders, knowledge.vocabulary), every=every))
    else:
        write_lines(
            ["", "The store was not built from the packs at hand, so their agreement is not measured."]
        )
    return 1 if explained.open else 0


def _doubts(explained: Explained, *, every: bool) -> Iterator[str]:
    """Each kind with its counts, its explanations and what is open of it."""
    for kind in QUERIES:
        whys = {why: count for (own, why), count in explained.counts.items() if own == kind}
        doubts = [doubt for doubt in explained.open if doubt.kind == kind]
        yield f"{kind}: {sum(whys.values()):,} explained, {len(doubts):,} open"
        yield from (f"  {count:>6,} {why}" for why, count in sorted(whys.items()))
        yield from _listed(doubts, every=every)
    yield ""
    yield f"{explained.counts.total():,} explained, {len(explained.open):,} open"


def _listed(doubts: list[Doubt], *, every: bool) -> Iterator[str]:
    shown = doubts if every else doubts[:LISTED]
    yield from (f"  {' | '.join(doubt.facts)}: {doubt.text}" for doubt in shown)
    if len(doubts) > len(shown):
        yield f"  ... and {len(doubts) - len(shown):,} more; list them with --all"


def _agreement(rates: list[Agreement], *, every: bool) -> Iterator[str]:
    """By predicate how often packs that fill the same slot fill it alike; with ``every`` by pair of packs, too."""
    yield ""
    yield "Agreement of packs on the same subject and time (set aside: differs, and is marked unconfirmed)"
    yield f"{'predicate':<20} {'compared':>8} {'agree':>8} {'set aside':>9}"
    pairs: dict[str, list[Agreement]] = defaultdict(list)
    for rate in rates:
        pairs[rate.predicate].append(rate)
    for predicate, own in pairs.items():
        yield _line(predicate, own)
        if every:
            yield from (_line(f"  {' and '.join(rate.packs)}", [rate]) for rate in own)


def _line(name: str, rates: list[Agreement]) -> str:
    counts = Counter[str]()
    for rate in rates:
        counts.update(compared=rate.compared, agreeing=rate.agreeing, aside=rate.set_aside)
    share = f"{counts['agreeing'] / counts['compared']:.1%}" if counts["compared"] else "-"
    return f"{name:<20} {counts['compared']:>8,} {share:>8} {counts['aside']:>9,}"
