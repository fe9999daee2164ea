import json

import pytest

from flows.write_reports import write_reports
from report_sample import RUN, articles, failures


def test_both_reports_replace_those_of_the_run_before(tmp_path):
    write_reports(tmp_path, RUN, [], [])
    path = write_reports(tmp_path, RUN, articles(), failures())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["report.html", "report.json"]
    assert "2020 Winter Olympics" in path.read_text(encoding="utf-8")
    assert len(json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["articles"]) == 6


def test_a_report_that_cannot_be_written_leaves_no_draft(tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OSError, match=r"report\.html"):
        write_reports(tmp_path, RUN, [], [])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["report.html", "report.json"]
