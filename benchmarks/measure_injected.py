"""Errors put into real articles -> ``results/injected.json``.

    python benchmarks/measure_injected.py DEVSETS [--list]

True statements are found in untouched articles by simple patterns and the fact store, one value a copy is changed to a plausible
wrong one, and the copy is checked. Figures by shape and kind; no text is kept. DEVSETS is the folder with the development
sets; it is not part of the project.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from claims.evaluate.cases import Check
from claims.evaluate.score import Rate
from claims.records import Article, Finding
from find_devset import find_devset, read_devset
from inject_errors import Injection, inject_errors
from known_names import KnownNames
from open_checker import open_checker
from record_result import record_result
from score_change import Change, score_change

SETS = ("news_sample_2015_2020", "wikinews_2019_2020")
SEED = 5
AROUND = 160


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where a set is missing. ``--list`` shows every error that was not found or repaired."""
    paths = find_devset([a for a in arguments if a != "--list"], str(__doc__), *SETS)
    if paths is None:
        return 2
    with open_checker() as (store, check):
        injections = inject_errors(_articles(paths), KnownNames(store), SEED)
        results = [(i, c) for i, c in _check(injections, check)]
    figures = summarise(results)
    print(record_result("injected", "make injected", figures))
    for name in ("by_shape", "by_kind"):
        for key, row in sorted(figures[name].items()):
            print(f"{key:36} {row['errors']:5} {row['recall']['rate']:7} {row['repaired_recall']['rate']:7}")
    print({key: value for key, value in figures.items() if key not in ("by_shape", "by_kind")})
    if "--list" in arguments:
        for line in sorted(map(_line, results)):
            print(line)
    return 0


def _articles(paths: list[Path]) -> Iterator[Article]:
    for path in paths:
        for row in read_devset(path):
            name = str(row.get("id") or row["url"])
            yield Article(name, row["text"], name, published=date.fromisoformat(row["date"]))


def _check(injections: list[Injection], check: Check) -> Iterator[tuple[Injection, Change]]:
    """Each copy; flags that the untouched article draws, too, are not counted as drawn by the change."""

    @lru_cache(maxsize=64)
    def known(article: Article) -> frozenset[tuple[str, str]]:
        return frozenset(map(_key, (f for f in check(article).findings if f.is_flag)))

    for injection in injections:
        change = score_change(check(injection.copy), injection.span, injection.statement.right)
        if change.elsewhere:
            new = tuple(f for f in change.elsewhere if _key(f) not in known(injection.original))
            change = Change(change.hit, change.repaired, change.repaired_first, new, change.silence)
        yield injection, change


def _key(finding: Finding) -> tuple[str, str]:
    return finding.claim.text, finding.explanation


def summarise(results: list[tuple[Injection, Change]]) -> dict[str, Any]:
    """All figures: overall, by shape, by kind, in and out of quotations, and why errors were missed."""
    shapes, kinds = defaultdict(list), defaultdict(list)
    for injection, change in results:
        shapes[injection.statement.shape].append(change)
        kinds[f"{injection.statement.shape}: {injection.statement.kind}"].append(change)
    causes = Counter(f"{i.statement.kind} | {c.silence}" for i, c in results if not c.hit)
    return {
        **rates([change for _i, change in results]),
        "not_quoted": rates([c for i, c in results if not i.in_quotes]),
        "quoted": rates([c for i, c in results if i.in_quotes]),
        "causes": dict(causes.most_common(40)),
        "by_shape": {key: rates(part) for key, part in sorted(shapes.items())},
        "by_kind": {key: rates(part) for key, part in sorted(kinds.items())},
    }


def rates(changes: list[Change]) -> dict[str, Any]:
    """Recall and repaired recall with their intervals, and flags that the change drew elsewhere."""
    total = len(changes)
    return {
        "errors": total,
        "recall": Rate(sum(c.hit for c in changes), total).as_dict(),
        "repaired_recall": Rate(sum(c.repaired for c in changes), total).as_dict(),
        "flags_elsewhere": sum(len(c.elsewhere) for c in changes),
    }


def _line(result: tuple[Injection, Change]) -> str:
    injection, change = result
    text, span = injection.copy.text, injection.span
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    state = "repaired" if change.repaired else "flagged" if change.hit else f"missed ({change.silence})"
    more = "".join(f" ELSEWHERE {f.explanation!r}" for f in change.elsewhere)
    right = injection.statement.right[0]
    return f"{injection.statement.kind} | {state} | {injection.in_quotes} | {injection.original.id} {injection.original.published} | {before}[[{injection.wrong}<-{right}]]{after}{more}".replace(
        "\n", " "
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
