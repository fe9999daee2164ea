"""Is a sentence's number this property of this country? -> ``results/numeric_claims.json``.

    python benchmarks/measure_numeric_claims.py DEVSETS [--list]

Each row is a sentence from the web with a country, a number and a property. The program says yes where it reads a claim of the
property's predicate (``numeric_properties.csv``) with that country and that number. Properties without a predicate are counted,
not measured. The program gives a claim no score, so that precision and recall are one point and no curve. DEVSETS is the folder
with the development sets; it is not part of the project.
"""

import csv
import sys
from collections import Counter, defaultdict
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

from claims.check import extract_article
from claims.evaluate.score import Rate
from claims.records import Article, Claim
from claims.store.open import Store
from claims.values.names import name_key
from find_devset import find_devset, read_devset
from open_checker import open_checker
from record_result import record_result

NAME = "numeric_claims_dev"
PROPERTIES = Path(__file__).with_name("numeric_properties.csv")
ROUNDING = 0.002
"""Relative difference up to which a read number is the one that was meant."""
Row = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where the set is missing. ``--list`` shows the rows that were judged wrong."""
    paths = find_devset([a for a in arguments if a != "--list"], str(__doc__), NAME)
    if paths is None:
        return 2
    with open_checker() as (store, _check):
        predicates = read_predicates(store)
        rows = [row for row in read_devset(paths[0]) if row["is_claim"] is not None]
        known = [row for row in rows if row["predicate"] in predicates]
        said = measure(known, predicates, store)
    figures = {
        "rows": len(rows),
        "without_a_predicate": dict(
            Counter(r["predicate"] for r in rows if r["predicate"] not in predicates)
        ),
        **summarise(said),
        "by_property": _by_property(said),
    }
    print(record_result("numeric_claims", "make numeric-claims", figures))
    for name, part in [("all", figures), *figures["by_property"].items()]:
        print(f"{name:40} {part['precision']} {part['recall']}")
    if "--list" in arguments:
        for row, kind in said:
            if kind != "yes" if row["is_claim"] else kind == "yes":
                print(f"{row['predicate']} | {row['is_claim']} | {kind} | {row['marked'][:300]}")
    return 0


def read_predicates(store: Store) -> dict[str, str]:
    """The predicate of each property that the store has one for."""
    with PROPERTIES.open(encoding="utf-8", newline="") as file:
        rows = [(row["property"], row["predicate"]) for row in csv.DictReader(file)]
    return {name: predicate for name, predicate in rows if predicate in store.predicates}


def measure(rows: list[Row], predicates: dict[str, str], store: Store) -> list[tuple[Row, str]]:
    """Each row with ``yes`` or how far the reading came."""

    @cache
    def claims(text: str) -> tuple[Claim, ...]:
        return extract_article(Article("a", text, "a"), store).extraction.claims

    return [(row, _read(row, predicates[row["predicate"]], claims(row["sentence"]), store)) for row in rows]


def _read(row: Row, predicate: str, claims: tuple[Claim, ...], store: Store) -> str:
    own = [claim for claim in claims if claim.predicate == predicate]
    of = [claim for claim in own if _is_of(claim, row["subject"], store)]
    if any(_states(claim, float(row["claimed_value"])) for claim in of):
        return "yes"
    others = Counter(claim.predicate for claim in claims if claim.shape == "statistic")
    other = others.most_common(1)[0][0] if others else ""
    return (
        "another number" if of else "another country" if own else f"read as {other}" if other else "not read"
    )


def _is_of(claim: Claim, country: str, store: Store) -> bool:
    slot = claim.slot("subject")
    wanted = {s.entity for s in store.names.senses(name_key(country))}
    return slot is not None and bool(wanted & set(slot.entities))


def _states(claim: Claim, value: float) -> bool:
    slot = claim.slot("value")
    stated = slot.quantity.stated if slot and slot.quantity else ()
    return any(isclose(abs(one), abs(value), rel_tol=ROUNDING) for one in stated)


def summarise(said: list[tuple[Row, str]]) -> dict[str, Any]:
    """Precision and recall of yes; ``base`` is the precision of saying it always."""
    yes = [row for row, kind in said if kind == "yes"]
    true = [row for row, _kind in said if row["is_claim"]]
    hits = sum(row["is_claim"] for row in yes)
    return {
        "measured": len(said),
        "base": Rate(len(true), len(said)).as_dict(),
        "precision": Rate(hits, len(yes)).as_dict(),
        "recall": Rate(hits, len(true)).as_dict(),
        "misses": dict(
            Counter(kind for row, kind in said if row["is_claim"] and kind != "yes").most_common()
        ),
    }


def _by_property(said: list[tuple[Row, str]]) -> dict[str, Any]:
    parts = defaultdict(list)
    for row, kind in said:
        parts[row["predicate"]].append((row, kind))
    return {name: summarise(part) for name, part in sorted(parts.items())}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
