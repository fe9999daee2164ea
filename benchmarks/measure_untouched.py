"""Flags on real articles -> ``results/untouched_NAME.json``: figures only, no third-party text.

    python benchmarks/measure_untouched.py DEVSETS

DEVSETS is the folder with the development sets; it is not part of the project. Judgements of the
flags, by article id and span, are kept in ``judgements/NAME.jsonl``.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from claims.check import check_article
from claims.evaluate import evaluate_untouched, read_judgements
from claims.matching.minilm import MiniLM
from claims.records import Article
from claims.settings import Settings
from claims.store.ensure import ensure_store
from claims.store.open import open_store
from record_result import record_result

SETS = ("news_sample_2015_2020", "wikinews_2019_2020")
JUDGEMENTS = Path(__file__).parent / "judgements"
FIGURES = (
    "articles",
    "claims",
    "supported",
    "flags",
    "flags_per_1000",
    "real",
    "false",
    "unjudged",
    "false_flags_per_1000",
)


def read_set(path: Path) -> Iterator[Article]:
    """The articles of a development set with their dates; where one has no id, its address is the id."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            name = str(row.get("id") or row["url"])
            yield Article(name, row["text"], name, published=date.fromisoformat(row["date"]))


def main(arguments: list[str]) -> int:
    """Measure every set; 2 where the folder is missing."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        print("The folder with the development sets is missing.", file=sys.stderr)
        return 2
    encoder = MiniLM()
    with open_store(ensure_store(encoder)) as store:
        check = partial(check_article, store=store, encoder=encoder, settings=Settings())
        for name in SETS:
            judged = JUDGEMENTS / f"{name}.jsonl"
            known = read_judgements(judged) if judged.exists() else {}
            result = evaluate_untouched(read_set(Path(arguments[0]) / f"{name}.jsonl.gz"), check, known)
            figures = {key: result[key] for key in FIGURES}
            print(record_result(f"untouched_{name}", "make untouched", figures))
            for flag in result["listed"]:
                print(
                    f"\n{flag['key']} ({flag['judgement']})\n  {flag['context']!r}\n  {flag['explanation']}"
                )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
