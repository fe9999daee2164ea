"""The project's own case book -> ``results/cases.json``.

python benchmarks/measure_cases.py
"""

from functools import partial
from pathlib import Path

from claims.check import check_article
from claims.evaluate import evaluate_cases, read_cases
from claims.matching.minilm import MiniLM
from claims.settings import Settings
from claims.store.ensure import ensure_store
from claims.store.open import open_store
from record_result import record_result

CASES = Path(__file__).parents[1] / "tests" / "cases"


def main() -> None:
    """Measure and record; the lists of misses and false flags are for the terminal."""
    encoder = MiniLM()
    with open_store(ensure_store(encoder)) as store:
        check = partial(check_article, store=store, encoder=encoder, settings=Settings())
        cases = [case for path in sorted(CASES.glob("*.jsonl")) for case in read_cases(path)]
        result = evaluate_cases(cases, check)
    figures = {key: result[key] for key in ("cases", "all", "by_shape")}
    print(record_result("cases", "make evaluate", figures))
    for name in ("false_flags", "misses"):
        print(f"\n{name}: {len(result[name])}")
        for row in result[name]:
            print(f"  {row['case']}: {row['text']} -> {row['expected']} ({row['got']})")


if __name__ == "__main__":
    main()
