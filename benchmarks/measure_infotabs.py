"""Sentences with digits against an infobox as their store -> ``results/infotabs.json``.

    python benchmarks/measure_infotabs.py DEVSETS [--list]

Every infobox becomes a store of its own by one mapping of keys to predicates (``infobox_keys.csv``); what has no predicate is not
known. A sentence counts as called wrong where it draws a flag. DEVSETS is the folder with the development sets; it is not part
of the project.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_infobox_pack import build_infobox_pack
from claims.evaluate.score import Rate
from claims.records import Article, CheckedArticle
from claims.store.predicates import Predicate
from find_devset import find_devset, read_devset
from open_checker import open_checker
from record_result import record_result
from remembering_encoder import RememberingEncoder
from write_scratch_home import write_scratch_home

NAME = "infotabs_dev"
DAY = date(2019, 6, 1)
"""When the sentences are said: the time of the infoboxes."""
Row = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where the set is missing. ``--list`` shows every sentence that is wrong or was flagged."""
    paths = find_devset([a for a in arguments if a != "--list"], str(__doc__), NAME)
    if paths is None:
        return 2
    rows = [row for row in read_devset(paths[0]) if re.search(r"\d", row["claim"])]
    tables: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        tables[row["table_id"]].append(row)
    with open_checker() as (store, _check):
        predicates = store.predicates
    encoder = RememberingEncoder()
    judged = [pair for part in tables.values() for pair in measure(part, predicates, encoder)]
    figures = summarise(judged)
    print(record_result("infotabs", "make infotabs", figures))
    print(figures)
    if "--list" in arguments:
        for row, checked in judged:
            if row["label"] == "mismatch" or _is_flagged(checked):
                print(_line(row, checked))
    return 0


def measure(
    rows: list[Row], predicates: dict[str, Predicate], encoder: RememberingEncoder
) -> list[tuple[Row, CheckedArticle | None]]:
    """Each sentence of one infobox, checked; None where the infobox holds nothing that is known."""
    pack = build_infobox_pack(rows[0]["subject"], rows[0]["facts"], predicates)
    if not pack.facts:
        return [(row, None) for row in rows]
    with TemporaryDirectory() as folder:
        home = write_scratch_home(Path(folder) / "home", pack)
        with open_checker(home, encoder) as (_store, check):
            return [(row, check(Article("a", row["claim"], "a", published=DAY))) for row in rows]


def _is_flagged(checked: CheckedArticle | None) -> bool:
    return checked is not None and any(finding.is_flag for finding in checked.findings)


def summarise(judged: Iterable[tuple[Row, CheckedArticle | None]]) -> dict[str, Any]:
    """Precision and recall of mismatch, and why wrong sentences drew no flag."""
    pairs = list(judged)
    flagged = [row for row, checked in pairs if _is_flagged(checked)]
    wrong = [(row, checked) for row, checked in pairs if row["label"] == "mismatch"]
    hits = sum(row["label"] == "mismatch" for row in flagged)
    return {
        "sentences": len(pairs),
        "infoboxes_with_a_known_key": len({row["table_id"] for row, checked in pairs if checked}),
        "infoboxes": len({row["table_id"] for row, _checked in pairs}),
        "precision": Rate(hits, len(flagged)).as_dict(),
        "recall": Rate(hits, len(wrong)).as_dict(),
        "misses": dict(Counter(_reason(c) for _row, c in wrong if not _is_flagged(c)).most_common()),
    }


def _reason(checked: CheckedArticle | None) -> str:
    if checked is None:
        return "no known key"
    found = Counter(f"{f.claim.predicate}: {f.reason}" for f in checked.findings)
    return found.most_common(1)[0][0] if found else "no claim read"


def _line(row: Row, checked: CheckedArticle | None) -> str:
    flags = [f.explanation for f in checked.findings if f.is_flag] if checked else []
    return f"{row['label']} | {'FLAGGED ' + flags[0] if flags else _reason(checked)} | {row['category']} | {row['subject']} | {row['claim']}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
