"""Pages that tell of tables, errors and examples tell of all of them, and what they show is so."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import yaml

import claims
from claims import errors
from claims.ledger.migrate import create_tables
from conftest import Check
from flows.cli_report import Format
from test_docs import ROOT, blocks, document

EXAMPLES = re.findall(
    r"^\| (\d{4}-\d\d-\d\d|no date) \| (.*\[.*) \| `(\w+)` \| `(\w+)` \|$",
    document("docs/concepts.md"),
    re.MULTILINE,
)
LINK = re.compile(r"\]\(([^)\s]*)#([^)\s]+)\)")


@pytest.mark.parametrize(("day", "sentence", "verdict", "reason"), EXAMPLES)
def test_the_verdicts_shown_are_given(
    check: Check, day: str, sentence: str, verdict: str, reason: str
) -> None:
    text = re.sub(r"[\[\]]", "", sentence)
    span = sentence.partition("[")[2].partition("]")[0]
    found = check(text, None if day == "no date" else day).findings
    assert (span, verdict, reason) in [(f.span.of(text), f.verdict, f.reason) for f in found]


def test_every_verdict_has_an_example() -> None:
    assert {verdict for _, _, verdict, _ in EXAMPLES} == set(claims.Verdict)


def raised_errors() -> Iterator[str]:
    for name, value in vars(errors).items():
        if (
            isinstance(value, type)
            and issubclass(value, errors.ClaimsError)
            and value is not errors.ClaimsError
        ):
            yield name


def test_every_error_is_in_the_table_of_failures() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", document("docs/operations.md"), re.MULTILINE)) == sorted(
        raised_errors()
    )


@pytest.fixture(scope="module")
def ledger() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as db:
        create_tables(db)
        yield db


def test_every_table_and_column_of_the_ledger_is_documented(ledger: duckdb.DuckDBPyConnection) -> None:
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (`.+`) \|$", document("docs/ledger.md"), re.MULTILINE)
    shown = {table: re.findall(r"`(\w+)`", columns) for table, columns in rows}
    columns = ledger.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns()"
        " WHERE table_name IN (SELECT table_name FROM duckdb_tables()) GROUP BY table_name"
    )
    assert shown == dict(columns.fetchall())
    views = "SELECT view_name FROM duckdb_views() WHERE NOT internal"
    for (view,) in ledger.execute(views).fetchall():
        assert f"| `{view}` |" in document("docs/ledger.md")


@pytest.mark.parametrize("query", blocks("docs/ledger.md", "sql"))
def test_the_ledgers_queries_work(ledger: duckdb.DuckDBPyConnection, query: str) -> None:
    assert ledger.execute(query).fetchall() == []


def test_every_table_and_column_of_the_store_is_documented() -> None:
    page = document("docs/store.md")
    with duckdb.connect() as db:
        db.execute(document("claims/store/schema.sql"))
        columns = db.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    lines = page.splitlines()
    missing = [
        (table, column)
        for table, column in columns
        if not any(re.match(rf"\| [^|]*\b{table}\b[^|]*\|[^|]*\b{column}\b", line) for line in lines)
    ]
    assert missing == []


@pytest.mark.parametrize("kind", Format)
def test_every_format_of_a_report_is_documented(kind: Format) -> None:
    assert f"| `{kind}` |" in document("docs/report.md")


@pytest.mark.parametrize("name", claims.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert re.search(rf"`{name}\b", document("docs/library.md"))


PROGRAMS = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", document("docs/library.md"), re.DOTALL)


def test_every_program_of_the_library_page_has_its_output() -> None:
    assert len(PROGRAMS) == len(blocks("docs/library.md", "python")) >= 4


@pytest.mark.slow
@pytest.mark.parametrize(("program", "printed"), PROGRAMS)
def test_the_librarys_programs_print_what_is_shown(
    tmp_path: Path, store_path: Path, program: str, printed: str
) -> None:
    """The encoder of the tests and their store stand in for the default ones: a store's phrasings are embedded for a minute."""
    stand_in = program.replace("claims.ensure_store(encoder)", f"pathlib.Path({str(store_path)!r})")
    stand_in = stand_in.replace("claims.MiniLM()", "fake_encoder.FakeEncoder()")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", f"import fake_encoder, pathlib\n{stand_in}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        env=environment,
        check=False,
    )
    assert (done.stdout, done.stderr) == (printed, "")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as the site and most hosts of repositories make them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    kept = (re.sub(r"[^\w\s-]", "", title).strip().lower() for title in titles)
    made = {re.sub(r"\s", "-", title) for title in kept}
    return {
        anchor for anchor in made if "--" not in anchor
    }  # the two make one of several hyphens or keep them


@pytest.mark.parametrize(
    "path", sorted(p.relative_to(ROOT).as_posix() for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
)
def test_anchors_of_links_exist(path: str) -> None:
    page = ROOT / path
    links = [link for link in LINK.findall(document(path)) if ":" not in link[0]]
    targets = [(page.parent / target if target else page, anchor) for target, anchor in links]
    assert [(target.name, anchor) for target, anchor in targets if anchor not in anchors(target)] == []


def test_the_citation_names_the_version() -> None:
    citation = yaml.safe_load(document("CITATION.cff"))
    assert citation["version"] == claims.__version__
    assert f"## {claims.__version__} " in document("CHANGELOG.md")
