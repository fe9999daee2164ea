"""Reading by this code against that of another checkout, article by article in turn -> ``results/reading_ratio.json``.

    python benchmarks/compare_reading.py DEVSETS CHECKOUT

DEVSETS is the folder with the development sets; CHECKOUT a clone of this project at another commit, such as one whose speed was measured on another
machine (``results/extraction.json``). Machines differ twofold, and one machine from hour to hour; a ratio of two codes that read the same article within
milliseconds does not. Each code runs in a process of its own; counted is the processor time of ``extract_claims``, of each article the best of ``ROUNDS``.
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from find_devset import find_devset
from measure_untouched import SETS
from record_result import record_result

ARTICLES = 150
ROUNDS = 8
SEED = 3
HERE = Path(__file__).resolve().parents[1]
WORKER = """
import gc, itertools, sys, time
from pathlib import Path
sys.path.insert(0, "benchmarks")
from measure_untouched import read_set
from claims.extracting.extract import extract_claims
from claims.matching.minilm import MiniLM
from claims.store.ensure import ensure_store
from claims.store.open import open_store
articles = list(itertools.islice(read_set(Path(sys.argv[1])), int(sys.argv[2])))
with open_store(ensure_store(MiniLM())) as store:
    sentences = [len(extract_claims(article, store).sentences) for article in articles]
    gc.collect()
    gc.freeze()
    print(sum(sentences), flush=True)
    for line in sys.stdin:
        gc.disable()
        start = time.process_time()
        extract_claims(articles[int(line)], store)
        print(time.process_time() - start, flush=True)
        gc.enable()
"""


class Reader:
    """One checkout's code, waiting for the numbers of articles to read."""

    def __init__(self, told: IO[str], asked: IO[str]) -> None:
        self._told, self._asked = told, asked
        self.sentences = int(told.readline() or 0)
        self.best = [float("inf")] * ARTICLES

    def read(self, number: int) -> None:
        """Read one article, and keep the time where it is the best."""
        self._asked.write(f"{number}\n")
        self._asked.flush()
        self.best[number] = min(self.best[number], float(self._told.readline()))


@contextmanager
def start_reader(checkout: Path, path: Path) -> Iterator[Reader]:
    """A reader of the code in a folder; raises ValueError where its process fails at once."""
    environment = {**os.environ, "PYTHONPATH": str(checkout), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", WORKER, str(path), str(ARTICLES)]
    with subprocess.Popen(
        command, cwd=checkout, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdin
        yield Reader(process.stdout, process.stdin)
        process.stdin.close()


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where a folder is missing."""
    paths = find_devset(arguments[:1], str(__doc__), SETS[0])
    if paths is None or len(arguments) != 2 or not (Path(arguments[1]) / "claims").is_dir():
        print("CHECKOUT, a clone of this project, is missing.", file=sys.stderr)
        return 2
    other = Path(arguments[1]).resolve()
    path, order = paths[0].resolve(), random.Random(SEED)
    with start_reader(other, path) as theirs, start_reader(HERE, path) as ours:
        for _ in range(ROUNDS):
            for number in range(ARTICLES):
                for reader in order.sample([theirs, ours], 2):
                    reader.read(number)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=other, capture_output=True, text=True, check=True
    ).stdout.strip()
    figures = {
        "against_commit": commit,
        "articles": ARTICLES,
        "their_sentences_per_second": round(theirs.sentences / sum(theirs.best)),
        "our_sentences_per_second": round(ours.sentences / sum(ours.best)),
        "times_as_fast": round(sum(theirs.best) / sum(ours.best), 3),
    }
    print(record_result("reading_ratio", "python benchmarks/compare_reading.py DEVSETS CHECKOUT", figures))
    print(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
