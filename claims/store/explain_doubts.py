"""Doubts about the store, parted into those that somebody has looked at and explained, and the rest."""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

from claims.errors import PackError
from claims.store.check_facts import Doubt
from claims.store.packs import packs_home

COLUMNS = ("kind", "packs", "fact", "why")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A row of ``data/explained.csv``: for doubts of a kind, between these packs alone, the reason why.

    ``fact`` is a pattern in which ``*`` stands for anything; it is that of the doubt's first fact.
    """

    kind: str
    packs: frozenset[str]
    fact: re.Pattern[str]
    why: str

    def fits(self, doubt: Doubt) -> bool:
        """Whether it speaks of a doubt."""
        return (
            self.kind == doubt.kind
            and self.packs.issuperset(doubt.packs)
            and self.fact.match(doubt.facts[0]) is not None
        )


@dataclass(frozen=True, slots=True)
class Explained:
    """Doubts explained, as counts by (kind, why), and those still open."""

    counts: Counter[tuple[str, str]]
    open: list[Doubt]


def read_explanations(path: Path | None = None) -> list[Explanation]:
    """The rows of ``data/explained.csv`` in order. Raises PackError where it is missing or has other columns."""
    path = path or packs_home() / "explained.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
    except (OSError, ValueError) as error:
        raise PackError(f"{path} cannot be read: {error}; reinstall, or check out data/ again") from error
    if tuple(header) != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise PackError(f"{path}: its columns must be {', '.join(COLUMNS)}")
    return [
        Explanation(k, frozenset(packs.split()), re.compile(translate(fact)), why)
        for k, packs, fact, why in rows
    ]


def explain_doubts(doubts: Iterable[Doubt], explanations: list[Explanation]) -> Explained:
    """Each doubt under the first explanation that fits it."""
    explained = Explained(Counter(), [])
    by_kind: dict[str, list[Explanation]] = {}
    for explanation in explanations:
        by_kind.setdefault(explanation.kind, []).append(explanation)
    for doubt in doubts:
        found = next((e for e in by_kind.get(doubt.kind, ()) if e.fits(doubt)), None)
        if found:
            explained.counts[doubt.kind, found.why] += 1
        else:
            explained.open.append(doubt)
    return explained
