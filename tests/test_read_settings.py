"""Settings from the command line, and the working points."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from claims.errors import ModelError, SettingsError
from claims.judging.confidence_model import ConfidenceModel, load_confidence_model
from claims.judging.limit_flags import limit_flags
from claims.reading.reading_settings import READING_NAMES
from claims.records import Reason
from claims.settings import Settings
from flows.read_settings import read_settings
from report_sample import articles


def test_every_setting_is_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write it again with ``python benchmarks/write_settings.py``."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
    import write_settings  # noqa: PLC0415

    assert write_settings.main(["--check"]) == 0
    assert [name for name, _ in write_settings.documented()] == [field.name for field in fields(Settings)]
    assert [name for name, _ in write_settings.documented_of_reading()] == list(READING_NAMES)


@pytest.mark.parametrize(
    ("pairs", "name", "value"),
    [
        (["handover_days=3"], "handover_days", 3),
        (["min_confidence=0.25"], "min_confidence", 0.25),
        (["worth=none"], "worth", "none"),
    ],
)
def test_a_pair_is_taken(pairs: list[str], name: str, value: object) -> None:
    assert getattr(read_settings(pairs, None, None), name) == value


@pytest.mark.parametrize(
    ("pairs", "precision", "says"),
    [
        (["handover_days"], None, "has no value; write handover_days=VALUE"),
        (["colour=red"], None, "there is no setting 'colour'; give one of min_confidence"),
        (["colour"], None, "write NAME=VALUE"),
        (["encoder=other", "worth=vectors"], None, "worth=vectors needs the encoder all-MiniLM"),
        (["handover_days=soon"], None, "must be a number"),
        (["handover_days=-1"], None, "must lie between"),
        ([], 0.0, "must lie above 0"),
        ([], 1.5, "must lie above 0"),
    ],
)
def test_what_cannot_be_set_is_named(pairs: list[str], precision: float | None, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        read_settings(pairs, precision, None)


def test_a_precision_never_shows_more_than_without() -> None:
    assert read_settings([], 0.5, None).min_confidence == Settings().min_confidence
    assert read_settings(["min_confidence=0.9"], 0.5, None).min_confidence == 0.9
    assert read_settings([], 0.9999, None).min_confidence > Settings().min_confidence


MODEL = ConfidenceModel(0.0, {"a": 1.0}, ((0.0, 0.8), (0.5, 0.9), (0.7, 0.97), (0.9, 0.96)))


@pytest.mark.parametrize(("precision", "least"), [(0.5, 0.0), (0.85, 0.5), (0.97, 0.7), (0.99, 1.0)])
def test_a_precision_becomes_a_confidence(precision: float, least: float) -> None:
    assert MODEL.threshold_for(precision) == least
    assert MODEL.log_odds(["a", "unseen"]) == 1.0


def test_the_surest_flags_are_kept() -> None:
    flags = [f for checked in articles() for f in checked.findings if f.is_flag]
    assert len(flags) >= 3
    ranked = [replace(flag, confidence=0.5 + number / 10) for number, flag in enumerate(flags)]
    kept = limit_flags(ranked, 1000, 2)
    assert [f.is_flag for f in kept] == [False] * (len(ranked) - 2) + [True, True]
    assert {f.reason for f in kept if not f.is_flag} == {Reason.LOW_CONFIDENCE}
    assert limit_flags(ranked, 1000, 0) == tuple(ranked)
    assert sum(f.is_flag for f in limit_flags(ranked, 20, 1)) == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"bias": "x", "weights": {}, "curve": []}'])
def test_a_damaged_model_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "confidence.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        load_confidence_model(path)


def test_the_committed_model_knows_every_reason_of_a_flag() -> None:
    model = load_confidence_model()
    reasons = {
        f"reason:{reason}"
        for checked in articles()
        for f in checked.findings
        if f.is_flag
        for reason in [f.reason]
    }
    assert reasons <= model.weights.keys()
    assert 0.5 < model.threshold_for(0.999) <= 1.0
