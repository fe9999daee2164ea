"""What decisions say of the program: precision, thresholds, time."""

import json
from datetime import timedelta

import pytest

from claims.errors import LedgerError, OutputError, SettingsError
from claims.evaluate.measure_quality import Advice, advise, measure_quality, thresholds
from claims.evaluate.score import Rate
from claims.ledger.read_reviewed import JudgedFlag, Moment, Reviewed, read_reviewed
from claims.records import Choice, Scope
from claims.settings import Settings
from desk_ledger import NOW, say, wall, write_ledger
from flows.commands.quality import show_quality
from flows.read_settings import read_settings
from flows.read_settings_file import with_files

RULE = "event_date.took_place.different_time"


def judged(right, wrong, confidence=0.9, rule=RULE):
    return [JudgedFlag(rule, confidence, n < right, n < right) for n in range(right + wrong)]


@pytest.mark.parametrize(
    ("flags", "advice"),
    [
        (judged(9, 0), Advice("few")),
        (judged(0, 9), Advice("few")),
        (judged(10, 0), Advice("keep")),
        (judged(19, 1), Advice("keep")),
        (judged(18, 2), Advice("few")),  # 0.90, and up to 0.97 as far as one knows
        (judged(60, 20), Advice("off")),
        (judged(0, 10), Advice("off")),
        (judged(5, 10, 0.6) + judged(19, 1, 0.9), Advice("raise", 0.9, Rate(19, 20))),
        (judged(5, 10, 0.6) + judged(3, 1, 0.8) + judged(19, 1, 0.9), Advice("raise", 0.9, Rate(19, 20))),
        (judged(5, 10, 0.6) + judged(9, 0, 0.9), Advice("off")),  # nine sure ones say too little
    ],
)
def test_a_threshold_is_set_by_what_is_known_and_no_more(flags, advice):
    assert advise(flags, 0.95) == advice


def test_where_nothing_is_decided_nothing_is_advised():
    report = measure_quality(Reviewed((), ()), 0.95)
    assert report.total.right == Rate(0, 0)
    assert report.shapes == ()
    assert thresholds(report) == {}


def test_a_rule_at_fault_is_named_and_not_its_whole_shape():
    other = "event_date.founded.different_time"
    flags = (*judged(60, 0), *judged(0, 20, rule=other), *judged(0, 20, rule="work.released.different_value"))
    report = measure_quality(Reviewed(flags, ()), 0.95)
    assert [one.name for one in report.shapes] == ["event_date", "work"]
    assert thresholds(report) == {other: "off", "work.released.different_value": "off"}


def test_a_shape_whose_rules_are_each_too_few_is_set_as_one():
    flags = tuple(JudgedFlag(f"work.p{n}.different_value", 0.8, False, False) for n in range(20))
    assert thresholds(measure_quality(Reviewed(flags, ()), 0.95)) == {"work": "off"}


def moments(*pairs):
    return tuple(Moment(name, NOW + timedelta(seconds=at), flags) for name, at, flags in pairs)


def test_time_is_that_between_decisions_of_one_reviewer_at_work():
    told = moments(
        ("Ada", 0, 1), ("Ada", 10, 1), ("Ada", 30, 4), ("Ada", 5000, 1), ("Ben", 5, 1), ("Ben", 11, 1)
    )
    effort = measure_quality(Reviewed((), told), 0.95).effort
    assert (effort.decided, effort.keys) == (9, 6)
    assert effort.seconds_per_key == 10.0  # 10, 20 and 6
    assert effort.seconds_per_flag == 6.0  # 36 s for 6 flags


@pytest.fixture
def out(tmp_path):
    write_ledger(tmp_path / "runs.duckdb", [wall(f"n{n}", 1900 + n) for n in range(12)])
    return tmp_path


def decide_all(out, **more):
    for n in range(12):
        at = NOW + timedelta(seconds=20 * n)
        say(out / "runs.duckdb", f"n{n}", Choice.ACCEPT if n < 3 else Choice.REJECT, decided=at, **more)


def test_decisions_become_figures_and_settings(out, capsys):
    decide_all(out, reason="right")
    assert show_quality(out, 0.95, 30.0, out / "settings.json") == 0
    said = capsys.readouterr().out
    assert "3/12 = 25 % (9-53)" in said
    assert "Rules to switch off: event_date.predicate.different_time" in said
    assert "12 decisions by 12 keys: 20.0 s a key (median), 20.0 s a flag" in said
    assert "Minutes saved per flag: 7.2" in said  # 30 minutes for 3 of 12, less a third of one
    written = json.loads((out / "settings.json").read_text(encoding="utf-8"))
    assert written == {"least_confidence": {"event_date.predicate.different_time": "off"}}
    settings = read_settings(with_files([f"@{out / 'settings.json'}"]), None, None)
    assert settings.least_confidence_of("event_date", "predicate", "different_time") > 1
    assert settings.least_confidence_of("event_date", "predicate", "inconsistent") == settings.min_confidence


def test_what_was_wrong_and_not_worth_a_change_was_right(out):
    decide_all(out, reason="unimportant")
    report = measure_quality(read_reviewed(out / "runs.duckdb"), 0.95)
    assert report.total.right == Rate(12, 12)
    assert report.total.useful == 3


def test_one_error_counts_once_and_what_was_taken_back_not_at_all(out):
    path = write_ledger(out / "more.duckdb")
    say(path, "games-0", Choice.ACCEPT)
    say(path, "games-1", Choice.ACCEPT, decided=NOW + timedelta(seconds=1))
    say(path, "fair", Choice.DEFER)
    say(path, "wall-1", Choice.REJECT, Scope.RULE)
    flags = read_reviewed(path).flags
    assert sorted((flag.shape, flag.right) for flag in flags) == [("edition", True), ("event_date", False)]


def test_before_anything_is_decided_it_says_so(out, capsys):
    assert show_quality(out, 0.95, None, None) == 0
    assert "Nothing is decided yet" in capsys.readouterr().out
    with pytest.raises(LedgerError, match="holds no ledger"):
        show_quality(out / "elsewhere", 0.95, None, None)
    with pytest.raises(OutputError, match="cannot be written"):
        show_quality(out, 0.95, None, out / "no" / "settings.json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("offfice=0.9", "NAME is a shape or a rule"),
        ("office.held_by=0.9", "NAME is a shape or a rule"),
        ("office=2", "between 0 and 1"),
        ("office=nan", "between 0 and 1"),
        ("office=high", "NAME=CONFIDENCE or NAME=off"),
        ("office", "NAME=CONFIDENCE or NAME=off"),
    ],
)
def test_a_least_confidence_that_says_nothing_is_refused(text, says):
    with pytest.raises(SettingsError, match=says):
        Settings(least_confidence=text)


def test_a_rule_that_is_switched_off_raises_no_flag(check):
    text = "Hundreds of guests flew to China for the opening ceremony of the 2020 Winter Olympics."
    said = {}
    for least in ("", "edition=0.5", "edition=off", "edition.edition_year.no_such_edition=off", "office=off"):
        settings = Settings(event_similarity=0.2, least_confidence=least)
        found = next(f for f in check(text, "2022-03-01", settings).findings if f.claim.shape == "edition")
        said[least] = (found.is_flag, str(found.reason))
    shown, held = (True, "no_such_edition"), (False, "low_confidence")
    assert list(said.values()) == [shown, shown, held, held, shown]


@pytest.mark.parametrize(
    ("text", "says"),
    [("{", "are not JSON"), ("[]", "are no object"), ('{"nothing": 1}', "there is no setting")],
)
def test_a_file_of_settings_that_is_none_is_refused(tmp_path, text, says):
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=says):
        read_settings(with_files([f"@{file}"]), None, None)
    with pytest.raises(SettingsError, match="cannot be read"):
        with_files([f"@{tmp_path / 'none.json'}"])


def test_settings_of_a_file_stand_beside_others(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"handover_days": 3, "worth": "none", "obey_robots": false}', encoding="utf-8")
    assert with_files(["min_confidence=0.7", f"@{file}"]) == [
        "min_confidence=0.7", "handover_days=3", "worth=none", "obey_robots=false",
    ]  # fmt: skip
    assert with_files(None) is None
