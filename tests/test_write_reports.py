import json
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path

import pytest

from claims.errors import OutputError
from claims.report.as_json import as_json
from claims.report.order import in_order
from flows.write_reports import write_reports
from report_sample import RUN, articles, failures

LATER = replace(RUN, run_id="8e2a1d63")


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_each_run_keeps_its_reports_and_the_newest_lie_in_front(tmp_path):
    first = write_reports(tmp_path, RUN, articles(), failures(), {}).reports
    empty = write_reports(tmp_path, LATER, [], [], {}).reports
    assert files(tmp_path) == [
        "report.html",
        "report.json",
        "reports/7d1f0c52/report.html",
        "reports/7d1f0c52/report.json",
        "reports/8e2a1d63/report.html",
        "reports/8e2a1d63/report.json",
    ]
    assert first.latest == empty.latest == tmp_path / "report.html"
    assert empty.latest.read_bytes() == empty.kept.read_bytes()
    assert "2020 Winter Olympics" in first.kept.read_text(encoding="utf-8")
    assert "2020 Winter Olympics" not in empty.latest.read_text(encoding="utf-8")
    kept = json.loads(first.kept.with_name("report.json").read_text(encoding="utf-8"))
    assert len(kept["articles"]) == 6


def test_a_report_that_cannot_be_written_leaves_no_draft(tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OutputError, match=r"report\.html cannot be written: Is a directory"):
        write_reports(tmp_path, RUN, [], [], {})
    assert not [name for name in files(tmp_path) if "/." in f"/{name}"]


def test_a_full_disk_is_said(tmp_path, monkeypatch):
    def fail(*_args, **_more):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", fail)
    with pytest.raises(OutputError, match="cannot be written: no space left on the disk"):
        write_reports(tmp_path, RUN, [], [], {})


@pytest.mark.parametrize(
    ("checked", "unread"), [([], []), ([], failures()), (articles(), []), (articles(), failures())]
)
def test_the_json_report_is_what_the_library_gives(tmp_path, checked, unread):
    odd = [replace(c, article=replace(c.article, title="a\x85b\u2028c\nd")) for c in checked]
    write_reports(tmp_path, RUN, iter(in_order(odd)), unread, {})
    whole = json.dumps({**as_json(odd, unread), "disagreements": []}, ensure_ascii=False, indent=2) + "\n"
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == whole


@pytest.mark.parametrize(
    ("served_at", "address"),
    [
        (None, "{out}/reports/7d1f0c52/report.html"),
        ("https://desk.example.org/facts/", "https://desk.example.org/facts/reports/7d1f0c52/report.html"),
    ],
)
def test_the_artifact_links_to_the_report_and_lists_the_flags(tmp_path, served_at, address):
    reports = write_reports(tmp_path, RUN, articles(), failures(), {}, served_at=served_at).reports
    assert reports.address == address.format(out=tmp_path.resolve().as_uri())
    assert f"[the report](<{reports.address}>)" in reports.artifact
    lines = [line for line in reports.artifact.split("\n") if line.startswith("| ")]
    assert [line.split(" | ")[0] for line in lines if line[2].isdigit()] == ["| 1", "| 2", "| 3", "| 4"]
    assert "| Mismatch: Edition of an event | " in reports.artifact
    assert "**2020 Winter Olympics**" in reports.artifact
    assert {line.count(" | ") for line in lines if line[2].isdigit()} == {6}


def test_the_artifact_of_many_flags_is_short(tmp_path, monkeypatch):
    monkeypatch.setattr("claims.report.as_artifact.MOST_FLAGS", 3)
    artifact = write_reports(tmp_path, RUN, articles(), [], {}).reports.artifact
    assert "| 4 |" not in artifact.split("| | Article |")[1]
    assert "1 more are in the report." in artifact
