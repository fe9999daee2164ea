"""Reading of times against the specifications of recognizers-text -> ``results/times.json``.

    python benchmarks/measure_times.py DEVSETS [--list HALF]

DEVSETS is the folder with the development sets; it is not part of the project. ``--list developed``
prints what was read wrong in that half, to work on; the held-out half is for figures only.

Which cases count. All specification files whose cases give a reference date are read (the model, parser
and merged files and those of the special modes); extractor files list no values. Inputs that stand in
several files with the same expectation count once. Scored are expressions of type date, daterange and
duration with at least one value: pure clock times, time zones, sets and what the specification itself leaves
"not resolved" are not. Expressions of a day with a clock time are counted beside, by their day alone.

What is right. One of ours overlaps the expression and equals a listed value ("Friday" lists the last and
the coming one). The specifications write the end of a unit as the day after it (May ends on 1 June) and the
end of a range of days as its last day, so either is equal to our last day. Two conventions count as equal in
``right`` and not in ``strict``: the middle of an interval that we hedge for the day listed ("two years ago" is
a day for them), and in a range of months, quarters or years the first day of the last one, with which all modes but
the experimental end it ("2014 to 2018" ends on 2018-01-01; "2014 to May 2018" on 2018-05-01). A day that is
in no calendar is listed as 0001-01-01 and unresolved with us. ``strict`` also wants the first of our readings.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from claims.evaluate import Rate
from claims.extracting.sentences import split_sentences
from claims.records import DurationMention, Interval, Precision, TimeMention
from claims.values.times import read_times
from read_time_specs import COUNTED, Expected, TimeCase, Value, read_specs
from record_result import record_result

WITH_CLOCK = ("datetime", "datetimerange")
DAY = timedelta(days=1)
NO_DAY = date(1, 1, 1)
"""How the specifications list a day that is in no calendar; ours has no reading then."""
SPEED_ARTICLES = 300
USUAL_WORDS = range(23, 28)
TARGET = 0.85


def effective(mention: TimeMention, reading: Interval) -> Interval:
    """The interval that the relation makes of a reading: "since 2014" has no end."""
    start, end = reading.start, reading.end
    match mention.relation:
        case "since" | "from":
            start, end = reading.start, None
        case "until" | "by":
            start, end = None, reading.end
        case "before":
            start, end = None, reading.start - DAY if reading.start else None
        case "after":
            start, end = reading.end + DAY if reading.end else None, None
    return Interval(start, end, reading.precision, reading.approximate)


def is_equal(ours: Interval, listed: Value, relation: str) -> bool:
    """Whether both ends are the same, a last day written either as itself or as the day after."""
    starts = {ours.start, ours.start - DAY} if relation == "after" and ours.start else {ours.start}
    ends = {ours.end, ours.end + DAY} if ours.end else {None}
    return listed.start in starts and listed.end in ends


def is_near(ours: Interval, listed: Value) -> bool:
    """The two conventions that ``right`` allows (see above)."""
    if ours.start is None or ours.end is None:
        return False
    middle = ours.start + (ours.end - ours.start) // 2
    if ours.approximate and listed.start == listed.end == middle:
        return True
    lasts = {
        Precision.MONTH: {ours.end.replace(day=1), _quarter_of(ours.end)},
        Precision.YEAR: {ours.end.replace(day=1), ours.end.replace(month=1, day=1)},
    }.get(ours.precision, set())
    return listed.start == ours.start != listed.end and listed.end in lasts


def _quarter_of(day: date) -> date:
    """The first day of the quarter that a day lies in."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def grade_time(expected: Expected, mention: TimeMention) -> str:
    """``strict``, ``right`` or ``wrong`` for one of ours that overlaps."""
    grade = "wrong"
    if not mention.readings and NO_DAY in {value.start for value in expected.values}:
        return "strict"
    for position, reading in enumerate(mention.readings):
        for listed in expected.values:
            ours = effective(mention, reading)
            if is_equal(ours, listed, mention.relation):
                if position == 0:
                    return "strict"
                grade = "right"
            elif is_near(ours, listed):
                grade = "right"
    return grade


def grade(expected: Expected, times: Sequence[TimeMention], durations: Sequence[DurationMention]) -> str:
    """The best grade of ours that overlap the expression; ``missed`` where none does."""
    found = [d for d in durations if d.span.start < expected.end and expected.start < d.span.end]
    seconds = {value.seconds for value in expected.values if value.seconds is not None}
    if seconds and any(abs(d.days * 86400 - s) < 1 for d in found for s in seconds):
        return "strict"
    overlapping = [t for t in times if t.span.start < expected.end and expected.start < t.span.end]
    grades = {grade_time(expected, mention) for mention in overlapping}
    return next(
        (g for g in ("strict", "right") if g in grades), "wrong" if found or overlapping else "missed"
    )


def measure(cases: Sequence[TimeCase]) -> dict[str, Any]:
    """Counts of cases and of expressions by grade, and of what we read where nothing is expected."""
    grades: dict[str, list[str]] = defaultdict(list)
    whole: list[tuple[bool, bool]] = []
    ours = extra = 0
    for case in cases:
        times, durations = read_times(case.text, case.reference)
        spans = [m.span for m in (*times, *durations)]
        ours += len(spans)
        extra += sum(all(s.end <= e.start or e.end <= s.start for e in case.expected) for s in spans)
        counted = [(e.kind, grade(e, times, durations)) for e in case.expected if e.values]
        for kind, mark in counted:
            grades[kind].append(mark)
        marks = [mark for kind, mark in counted if kind in COUNTED]
        if marks:
            whole.append((all(m in ("strict", "right") for m in marks), all(m == "strict" for m in marks)))
    return _figures(grades, whole, ours, extra)


def _figures(
    grades: dict[str, list[str]], whole: list[tuple[bool, bool]], ours: int, extra: int
) -> dict[str, Any]:
    every = [mark for kind in COUNTED for mark in grades[kind]]
    return {
        "cases_right": Rate(sum(right for right, _ in whole), len(whole)).as_dict(),
        "cases_strict": Rate(sum(strict for _, strict in whole), len(whole)).as_dict(),
        "expressions_right": _rate(every, "strict", "right"),
        "expressions_strict": _rate(every, "strict"),
        "missed": every.count("missed"),
        "by_type": {kind: _rate(grades[kind], "strict", "right") for kind in COUNTED},
        "day_of_those_with_a_clock": _rate(
            [mark for kind in WITH_CLOCK for mark in grades[kind]], "strict", "right"
        ),
        "ours": ours,
        "ours_where_nothing_is_expected": extra,
    }


def _rate(marks: Sequence[str], *hits: str) -> dict[str, Any]:
    return Rate(sum(mark in hits for mark in marks), len(marks)).as_dict()


def measure_speed(devsets: Path) -> dict[str, float]:
    """Microseconds a sentence of news and sentences a second, on one core, over the first articles."""
    with gzip.open(devsets / "news_sample_2015_2020.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line, _ in zip(lines, range(SPEED_ARTICLES), strict=False)]
    sentences = [
        (s.text, date.fromisoformat(a["date"])) for a in articles for s in split_sentences(a["text"])
    ]
    for text, day in sentences[:200]:
        read_times(text, day)  # the grammar is compiled when first used
    spent = _seconds(sentences)
    usual = [(text, day) for text, day in sentences if len(text.split()) in USUAL_WORDS]
    words = sum(len(text.split()) for text, _ in sentences)
    return {
        "sentences": len(sentences),
        "words_a_sentence": round(words / len(sentences), 1),
        "microseconds_a_sentence": round(spent / len(sentences) * 1e6, 1),
        "microseconds_a_sentence_of_23_to_27_words": round(_seconds(usual) / len(usual) * 1e6, 1),
        "sentences_a_second": round(len(sentences) / spent),
    }


def _seconds(sentences: Sequence[tuple[str, date]]) -> float:
    """The processor time that reading the sentences takes."""
    begun = process_time()
    for text, day in sentences:
        read_times(text, day)
    return process_time() - begun


def wrong(cases: Sequence[TimeCase]) -> Iterator[str]:
    """A line for each counted expression that was not read right."""
    for case in cases:
        times, durations = read_times(case.text, case.reference)
        for expected in case.expected:
            mark = grade(expected, times, durations) if expected.values and expected.kind in COUNTED else ""
            if mark in ("wrong", "missed"):
                got = [(t.text, t.relation, [f"{r.start}..{r.end}" for r in t.readings]) for t in times]
                got_durations = [(d.text, d.days) for d in durations]
                listed = [f"{v.start}..{v.end} {v.mod} {v.seconds or ''}" for v in expected.values]
                yield f"{mark} {case.files[0]} {case.reference} {case.text!r}: {expected.kind} {case.text[expected.start : expected.end]!r} {listed} GOT {got} {got_durations}"


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where the folder is missing."""
    if not arguments or not (Path(arguments[0]) / "recognizers-text").is_dir():
        print(__doc__, file=sys.stderr)
        print("The folder with the development sets is missing.", file=sys.stderr)
        return 2
    devsets = Path(arguments[0])
    cases = read_specs(devsets)
    if arguments[1:2] == ["--list"]:
        print(*wrong([case for case in cases if case.half == arguments[2]]), sep="\n")
        return 0
    files = sorted({name for case in cases for name in case.files})
    figures = {
        "target": TARGET,
        "all": measure(cases),
        "developed": measure([case for case in cases if case.half == "developed"]),
        "opened": measure([case for case in cases if case.half == "opened"]),
        "held_out": measure([case for case in cases if case.half == "held_out"]),
        "cases_right_by_file": {
            name: measure([case for case in cases if name in case.files])["cases_right"] for name in files
        },
        "speed": measure_speed(devsets),
    }
    print(record_result("times", "python benchmarks/measure_times.py DEVSETS", figures))
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
