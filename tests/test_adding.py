"""What docs/adding.md tells to do, done: its rows are added, and the program reads and judges by them."""

import re

import pytest

from claims.check import check_article
from claims.records import Article
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.open import Store, open_store
from fake_encoder import FakeEncoder
from small_home import write_home
from test_docs import blocks, document

RECORD = 'name = "buildings"\ntitle = "Buildings"\nproducer = "a test"\nlicence = "CC0-1.0"\naccessed = 2026-11-26\n'
ROWS = re.findall(r"^\| (.*\[.*) \| `(\w+)` \|$", document("docs/adding.md"), re.MULTILINE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("added")
    home = write_home(folder / "home")
    predicates, phrasings, entities, facts = blocks("docs/adding.md", "csv")
    for name, added in (("predicates", predicates), ("phrasings", phrasings)):
        table = home / "vocabulary" / f"{name}.csv"
        header, *rows = added.splitlines()
        there = table.read_text(encoding="utf-8").splitlines()
        assert there[0] == header
        table.write_text("\n".join([header, *sorted([*there[1:], *rows])]) + "\n", encoding="utf-8")
    pack = home / "packs" / "buildings"
    pack.mkdir()
    for name, text in (("pack.toml", RECORD), ("entities.csv", entities), ("facts.csv", facts)):
        (pack / name).write_text(text, encoding="utf-8")
    return open_store(build_store(FakeEncoder(), folder / "facts.duckdb", home))


@pytest.mark.parametrize(("sentence", "verdict"), ROWS)
def test_the_predicate_is_read_and_judged(store: Store, sentence: str, verdict: str) -> None:
    text = re.sub(r"[\[\]]", "", sentence)
    findings = check_article(Article("a", text, "a"), store, FakeEncoder(), Settings()).findings
    assert [(finding.span.of(text), finding.verdict) for finding in findings] == [
        (sentence.partition("[")[2].partition("]")[0], verdict)
    ]


def test_there_are_sentences_to_try() -> None:
    assert {verdict for _, verdict in ROWS} == {"supported", "mismatch"}
