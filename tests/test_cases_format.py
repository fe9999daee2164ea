"""The case books follow the format that ``claims evaluate`` reads."""

import json
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from claims.records import Shape

CASES = Path(__file__).parent / "cases"
THEMES = (
    "arithmetic", "editions", "event_dates", "event_places", "offices", "traps", *(f"shapes_{shape}" for shape in Shape)
)  # fmt: skip
CASE_FIELDS = {"id", "date", "text", "claims"}
CLAIM_FIELDS = {"span", "shape", "verdict", "expected", "also_ok"}
ERRORS = {"mismatch", "outdated"}
VERDICTS = ERRORS | {"supported", "silent"}


def book(theme):
    lines = (CASES / f"{theme}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


BOOKS = {theme: book(theme) for theme in THEMES}
ALL = [case for cases in BOOKS.values() for case in cases]


def faults(case):
    """What is wrong with a case, in words; empty where nothing is."""
    if set(case) != CASE_FIELDS:
        return [f"has fields {sorted(case)}"]
    found = [] if case["claims"] else ["labels nothing"]
    if case["text"].strip() != case["text"] or not case["text"]:
        found.append("text is empty or has loose ends")
    if case["date"] is not None and not is_day(case["date"]):
        found.append(f"{case['date']} is not a day")
    for claim in case["claims"]:
        found.extend(claim_faults(claim, case["text"]))
    return found + overlaps(case)


def is_day(text):
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def claim_faults(claim, text):
    if set(claim) != CLAIM_FIELDS:
        return [f"claim has fields {sorted(claim)}"]
    is_error = claim["verdict"] in ERRORS
    checks = [
        (text.count(claim["span"]) == 1 and claim["span"], "span does not stand in the text exactly once"),
        (claim["shape"] in set(Shape), "unknown shape"),
        (claim["verdict"] in VERDICTS, "unknown verdict"),
        (bool(claim["expected"]) == is_error, "only an error expects a value, and must"),
        (is_error or not claim["also_ok"], "only an error has other acceptable values"),
        (is_list_of_text(claim["also_ok"]), "also_ok is not a list of text"),
        (claim["expected"] not in claim["also_ok"], "expected stands in also_ok too"),
        (
            not is_error or claim["expected"].casefold() not in claim["span"].casefold(),
            "the right value stands in the wrong span",
        ),
    ]
    return [f"{claim['span']!r}: {fault}" for held, fault in checks if not held]


def is_list_of_text(value):
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def overlaps(case):
    starts = sorted((case["text"].find(claim["span"]), len(claim["span"])) for claim in case["claims"])
    return ["spans overlap" for (at, length), (after, _) in pairwise(starts) if at + length > after]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case["id"])
def test_case_is_well_formed(case):
    assert faults(case) == []


GOOD_CLAIM = {
    "span": "in 2015",
    "shape": "event_date",
    "verdict": "mismatch",
    "expected": "2014",
    "also_ok": [],
}
GOOD = {"id": "x-001", "date": "2019-03-19", "text": "It was annexed in 2015.", "claims": [GOOD_CLAIM]}


@pytest.mark.parametrize(
    "case",
    [
        GOOD | {"note": ""},
        GOOD | {"claims": []},
        GOOD | {"text": " It was annexed in 2015."},
        GOOD | {"date": "2019-02-30"},
        GOOD | {"date": "20190319"},
        GOOD | {"text": "It was annexed in 2015, yes, in 2015."},
        GOOD | {"claims": [GOOD_CLAIM, GOOD_CLAIM]},
        GOOD | {"claims": [GOOD_CLAIM | {"span": "in 2016"}]},
        GOOD | {"claims": [GOOD_CLAIM | {"span": ""}]},
        GOOD | {"claims": [GOOD_CLAIM | {"shape": "date"}]},
        GOOD | {"claims": [GOOD_CLAIM | {"verdict": "wrong"}]},
        GOOD | {"claims": [GOOD_CLAIM | {"verdict": "silent"}]},
        GOOD | {"claims": [GOOD_CLAIM | {"expected": ""}]},
        GOOD | {"claims": [GOOD_CLAIM | {"expected": "2015"}]},
        GOOD | {"claims": [GOOD_CLAIM | {"also_ok": "2014"}]},
        GOOD | {"claims": [GOOD_CLAIM | {"also_ok": ["2014"]}]},
    ],
)
def test_a_malformed_case_is_noticed(case):
    assert faults(GOOD) == []
    assert faults(case) != []


def test_every_file_is_a_known_theme():
    assert {path.name for path in CASES.iterdir()} >= {f"{theme}.jsonl" for theme in THEMES}


def test_ids_and_texts_are_unique_and_ids_name_their_theme():
    ids = Counter(case["id"] for case in ALL)
    texts = Counter(case["text"] for case in ALL)
    assert [key for key, count in (ids + texts).items() if count > 1] == []
    strays = [case["id"] for theme in THEMES for case in BOOKS[theme] if not in_theme(case["id"], theme)]
    assert strays == []


def in_theme(case_id, theme):
    return case_id.rpartition("-")[0] == theme.replace("_", "-")


def test_the_books_are_large_and_mostly_true():
    wrong = [case for case in ALL if any(claim["verdict"] in ERRORS for claim in case["claims"])]
    supported = [claim for case in ALL for claim in case["claims"] if claim["verdict"] == "supported"]
    mixed = [case for case in wrong if any(claim["verdict"] == "supported" for claim in case["claims"])]
    assert len(ALL) >= 120
    assert len(wrong) <= len(ALL) / 2
    assert len(mixed) >= len(wrong) / 2
    assert len(supported) >= 60


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize(
    ("verdicts", "least"),
    [(ERRORS, 10), ({"supported"}, 7), ({"silent"}, 4)],
    ids=["wrong", "supported", "silent"],
)
def test_every_shape_is_labelled_each_way(shape, verdicts, least):
    labels = [claim for case in ALL for claim in case["claims"] if claim["shape"] == shape]
    assert sum(claim["verdict"] in verdicts for claim in labels) >= least
