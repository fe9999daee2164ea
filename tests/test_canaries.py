"""Planted sentences: found by a program that sees, missed by one that does not."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import BlindRun
from claims.evaluate.canaries import FILE_NAME, CanaryCount, check_canaries
from claims.records import Article, CheckedArticle, Coverage
from claims.settings import Settings
from claims.store.packs import packs_home
from conftest import Check
from flows.count_run import RunCounts
from flows.end_command import end_command
from flows.outcome import Outcome
from flows.stop_signals import StopSignals
from flows.write_reports import Reports
from test_ledger import RUN


def test_a_program_that_sees_finds_them(check: Check) -> None:
    def run(article: Article) -> CheckedArticle:
        assert article.published is not None
        return check(article.text, article.published.isoformat())

    count = check_canaries(packs_home() / FILE_NAME, run)
    assert count.planted == 10
    assert count.found >= 9  # the fake encoder may not know a described event
    assert count.false_alarms == 0


def test_a_program_that_sees_nothing_finds_none() -> None:
    count = check_canaries(
        packs_home() / FILE_NAME, lambda article: CheckedArticle(article, (), Coverage(1, 0, 0, ()))
    )
    assert (count.found, count.recall) == (0, 0.0)
    assert CanaryCount(0, 0, 0).recall == 1.0


def test_each_error_stands_beside_the_same_sentence_set_right() -> None:
    lines = (packs_home() / FILE_NAME).read_text(encoding="utf-8").splitlines()
    kinds = [json.loads(line)["id"].rpartition("-") for line in lines]
    assert sorted(name for name, _, kind in kinds if kind == "false") == sorted(
        name for name, _, kind in kinds if kind == "true"
    )


@pytest.mark.parametrize(
    ("planted", "found", "blind"),
    [(10, 10, False), (10, 7, False), (10, 6, True), (10, 0, True), (None, None, False)],
)
def test_a_run_is_blind_below_the_setting(planted: int | None, found: int | None, blind: bool) -> None:
    counts = RunCounts(0, 0, ())
    run = replace(RUN, planted=planted, planted_found=found)
    outcome = Outcome(run, counts, (), (), Reports(Path("a"), Path("b"), counts), {}, 1.0)
    assert outcome.is_blind(Settings().min_canary_recall) is blind


def test_the_setting_decides_no_finding() -> None:
    assert Settings(min_canary_recall=0.1).version == Settings().version
    assert Settings(min_confidence=0.1).version != Settings().version


def test_a_blind_run_has_a_status_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    def blind() -> int:
        raise BlindRun("the run flagged 0 of its 10 planted errors")

    assert end_command(blind, StopSignals()) == 3
    assert capsys.readouterr().err == "claims: the run flagged 0 of its 10 planted errors\n"
