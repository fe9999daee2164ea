"""What the documents promise stands in the code, and the other way round."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typer

from claims.reading.detect_date import detect_date
from claims.reading.find_inputs import SUFFIXES
from claims.reading.read import read_articles
from claims.records import Article, Modality, Reason, Shape, Verdict, Voice
from claims.report.as_json import as_json
from claims.report.wording import REASONS
from desk_ledger import write_ledger
from fake_encoder import FakeEncoder
from flows.cli import app
from flows.commands.check import check_files
from report_sample import articles

ROOT = Path(__file__).parents[1]
STORY = "---\ndate: 2022-12-30\n---\nGuests flew to China for the opening of the 2020 Winter Olympics.\n"


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", document(name), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_documented(reason: Reason) -> None:
    assert re.search(
        rf"^\| `{reason}` \| .* \| {re.escape(REASONS[reason])} \|$", document("docs/reasons.md"), re.M
    )


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_explained_in_the_readme(verdict: Verdict) -> None:
    assert f"| {verdict} |" in document("README.md")


def test_the_readmes_figures_are_those_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import write_tables  # noqa: PLC0415

    assert write_tables.main(["--check"]) == 0
    sys.modules.pop("write_tables")


@pytest.mark.parametrize(
    "path", sorted(p.relative_to(ROOT).as_posix() for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
)
def test_links_between_documents_lead_somewhere(path: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", document(path)) if not link.startswith("http")]
    assert [link for link in links if not (ROOT / path).parent.joinpath(link).exists()] == []


def fields(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner)


@pytest.mark.parametrize("name", sorted(set(fields(as_json(articles(), [])))))
def test_every_field_of_the_json_is_documented(name: str) -> None:
    assert f"`{name}`" in document("docs/output.md")


@pytest.mark.parametrize("code", [*Shape, *Verdict, *Voice, *Modality])
def test_every_code_of_the_json_is_documented(code: str) -> None:
    assert f"`{code}`" in document("docs/output.md")


def commands() -> Iterator[str]:
    top = typer.main.get_command(app)
    for name, command in top.commands.items():  # type: ignore[attr-defined]
        if getattr(command, "invoke_without_command", False):
            yield f"claims {name}"
        for below in getattr(command, "commands", [None]):
            yield f"claims {name} {below}" if below else f"claims {name}"


def test_the_exit_statuses_of_every_command_are_documented() -> None:
    rows = re.findall(
        r"^\| `(claims [a-z -]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$", document("docs/output.md"), re.MULTILINE
    )
    assert sorted(rows) == sorted(commands())


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_kind_of_input_is_documented(suffix: str) -> None:
    assert f"`{suffix}`" in document("docs/input.md")


DATES = re.findall(r"^\| `(.+)` \| (\d{4}-\d\d-\d\d|none) \|$", document("docs/input.md"), re.MULTILINE)


@pytest.mark.parametrize(("line", "day"), DATES)
def test_the_dates_that_the_documents_show_are_read_so(line: str, day: str) -> None:
    expected = None if day == "none" else date.fromisoformat(day)
    assert detect_date(f"{line}\n\nThe council of the harbour town voted.\n") == expected


def test_there_are_dates_to_read() -> None:
    assert len(DATES) > 8


def test_the_record_that_the_documents_show_is_read(tmp_path: Path) -> None:
    (record,) = blocks("docs/input.md", "json")
    (tmp_path / "a.jsonl").write_text(record, encoding="utf-8")
    (article,) = read_articles([tmp_path / "a.jsonl"])
    assert isinstance(article, Article)
    assert None not in (article.title, article.url, article.author, article.language, article.published)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_offsets_are_used_as_the_documents_show(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    store_path: Path,
    mark: str,
    ends: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (story,), (program,) = blocks("docs/output.md", "markdown"), blocks("docs/output.md", "python")
    shown = next(block for block in blocks("docs/output.md", "text") if "->" in block)
    Path("story.md").write_bytes((mark + story.replace("\n", ends)).encode())
    assert check_files(["story.md"], True, None, store_path, FakeEncoder()) == 1
    Path("findings.json").write_text(capsys.readouterr().out, encoding="utf-8")
    printed = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert printed.partition(" ")[2] == shown.partition(" ")[2]
    if ends == "\n":
        assert printed == shown


def test_the_readmes_story_is_flagged_as_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], store_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (story,), (shown,) = blocks("README.md", "markdown"), blocks("README.md", "text")
    Path("story.md").write_text(story, encoding="utf-8")
    assert check_files(["story.md"], False, None, store_path, FakeEncoder()) == 1
    assert capsys.readouterr().out == shown


def calls() -> list[str]:
    lines = [line for block in blocks("README.md", "sh") for line in block.splitlines()]
    return [line.partition("  #")[0].strip() for line in lines if line.startswith(".venv/bin/claims")]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """What the README's commands take for granted."""
    (tmp_path / "archive").mkdir()
    for name in ("story.txt", "story.md", "archive/old.md"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "wire.jsonl").write_text(json.dumps({"id": "n-1", "text": STORY}), encoding="utf-8")
    write_ledger(tmp_path / "out" / "runs.duckdb")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("call", calls())
def test_the_readmes_commands_work(newsroom: Path, store_path: Path, call: str) -> None:
    words = shlex.split(call)[1:]
    stdin = (newsroom / words.pop()).open("rb") if "<" in words else None
    words = [word for word in words if word != "<"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "flows", *words, "--facts", str(store_path)],
        cwd=newsroom,
        stdin=stdin,
        capture_output=True,
        text=True,
        timeout=100,
        env=environment,
        check=False,
    )
    if stdin:
        stdin.close()
    assert done.stderr == ""
    assert done.returncode == (0 if {"info", "explain", "report"} & set(words) else 1)
    assert "2020 Winter Olympics" in done.stdout or "Report:" in done.stdout or "Predicate" in done.stdout


def test_there_are_commands_to_try() -> None:
    assert len(calls()) >= 5


def test_the_reliability_diagram_is_that_of_the_measured_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import draw_reliability  # noqa: PLC0415

    figures = json.loads(draw_reliability.RESULT.read_text(encoding="utf-8"))["figures"]
    drawn = draw_reliability.draw(figures)
    assert drawn == document("docs/reliability.svg")
    assert len(ElementTree.fromstring(drawn).findall(".//{*}circle")) == len(figures["bins"])
    sys.modules.pop("draw_reliability")
