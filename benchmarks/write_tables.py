"""The tables of figures in the README and in docs/evaluation.md from ``results/``: ``python benchmarks/write_tables.py [--check]``."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from speed_rows import readme_rows, scaling_rows

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
START, END = "<!-- {}: written by benchmarks/write_tables.py -->", "<!-- end of {} -->"


def _result(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def _share(rate: dict[str, Any]) -> str:
    if rate["rate"] is None:
        return "none"
    return f"{100 * rate['rate']:.0f} % ({rate['hits']} of {rate['total']}; {100 * rate['low']:.0f}-{100 * rate['high']:.0f})"


HEADS = ("recall", "repaired_recall", "precision", "support_rate")


def _case_line(name: str, figures: dict[str, Any]) -> str:
    return f"| {name} | {' | '.join(_share(figures[key]) for key in HEADS)} |"


def _shape_rows() -> list[str]:
    result = _result("cases")
    figures = result["figures"]
    return [
        "| own case book | recall | repaired | precision | true statements supported |",
        "| --- | --- | --- | --- | --- |",
        _case_line("all shapes", figures["all"]),
        *(_case_line(name, own) for name, own in figures["by_shape"].items()),
        "",
        f"{figures['cases']} cases, {result['date']}, commit {result['commit']}; 95 % intervals by Wilson.",
    ]


def _case_rows() -> list[tuple[str, str]]:
    """The case book in two lines."""
    result = _result("cases")["figures"]
    all_shapes = result["all"]
    return [
        (f"own case book, {result['cases']:,} cases: errors flagged", f"{_share(all_shapes['recall'])}; with the right repair among the first two {_percent(all_shapes['repaired_recall'])}"),
        ("of its flags right", _share(all_shapes["precision"])),
    ]  # fmt: skip


def _untouched_rows() -> list[str]:
    rows = [
        "| untouched articles | articles | claims | supported | flags | of these real | false flags per 1,000 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name in ("news_sample_2015_2020", "wikinews_2019_2020"):
        result = _result(f"untouched_{name}")
        f = result["figures"]
        false = round(1000 * (f["flags"] - f["real"]) / f["articles"], 2)
        rows.append(
            f"| {name} ({result['date']}) | {f['articles']} | {f['claims']} | {f['supported']} | {f['flags']} | {f['real']} | {false} |"
        )
    return rows


def _percent(rate: dict[str, Any]) -> str:
    return f"{100 * rate['rate']:.1f} %"


def _run_rows() -> list[tuple[str, str]]:
    """What is known of runs."""
    kills = _result("runs_kills")["figures"]
    same = "report byte for byte that of an unbroken run" if kills["report_identical"] else "report differs"
    killed = f"{kills['kills']} SIGKILLs over {kills['articles']:,} articles, resumed"
    return [(killed, same), *readme_rows(_speed())]


def _speed() -> dict[str, Any]:
    """The parts of the measurement of speed, as far as there are any."""
    return dict(_result("speed")["figures"]) if (RESULTS / "speed.json").exists() else {}


def _speed_rows() -> list[str]:
    rows = list(scaling_rows(_speed()))
    return [
        "| measured by `make speed` | figures |",
        "| --- | --- |",
        *(f"| {name} | {value} |" for name, value in rows),
    ]


def _other_rows() -> list[str]:
    """What stands in the other results, a line each."""
    years, injected, facts = (_result(name)["figures"] for name in ("event_years", "injected", "factbench"))
    changed = years["changed"]
    rows = [
        *_case_rows(),
        ("years with big events, untouched", f"{years['untouched']['flags']} flags in {years['untouched']['sentences']} sentences"),
        ("the same, years changed", f"recall {_percent(changed['recall'])}, right first repair {_percent(changed['right_first_repair'])}"),
        ("errors put into real articles", f"recall {_percent(injected['recall'])}, repaired {_percent(injected['repaired_recall'])} of {injected['errors']}"),
        ("dated facts in several wordings", f"true ones supported {_percent(facts['correct_supported'])}, wrong dates flagged {_percent(facts['wrong_date_flagged'])}, false flags {facts['false_flags']['hits']} of {facts['false_flags']['total']}"),
        ("claims read by a person, every part right", f"{_share(_result('slots')['figures']['all_right'])}"),
        *_run_rows(),
    ]  # fmt: skip
    return [
        "| measured | figures |",
        "| --- | --- |",
        *(f"| {name} | {value} |" for name, value in rows),
    ]


def _confidence_rows() -> list[str]:
    """How often flags were right by what was stated of them."""
    result = _result("confidence")
    figures = result["figures"]
    rows = [f"| stated ({result['date']}) | flags | mean stated | right |", "| --- | --- | --- | --- |"]
    for row in figures["bins"]:
        rows.append(
            f"| {row['from']:g} to {row['from'] + 0.1:g} | {row['flags']:,} | {row['confidence']:.2f} | {row['right']:.3f} |"
        )
    return [*rows, "", f"The expected calibration error is {figures['expected_calibration_error']:.3f}."]


def _encoder_rows() -> list[str]:
    """Ways of making vectors, in the order measured; only two were tried on the case book."""
    result = _result("encoders")
    rows = [
        f"| measured {result['date']} | texts a processor second | least cosine with torch | event nearest | among ten | case book: recall, precision |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, own in result["figures"].items():
        cases = own.get("cases")
        tried = f"{_percent(cases['recall'])}, {_percent(cases['precision'])}" if cases else "-"
        cosine = f"{own['least_cosine']:.4f}" if "least_cosine" in own else "-"
        rows.append(
            f"| {name} | {own['texts_per_cpu_second']:,} | {cosine} | {own['recall_at_1']:.0%} | {own['recall_at_10']:.0%} | {tried} |"
        )
    return rows


TABLES: dict[tuple[str, str], Callable[[], list[str]]] = {
    ("README.md", "figures"): lambda: [*_untouched_rows(), "", *_other_rows()],
    ("docs/evaluation.md", "figures"): _shape_rows,
    ("docs/evaluation.md", "confidence"): _confidence_rows,
    ("docs/evaluation.md", "encoders"): _encoder_rows,
    ("docs/scaling.md", "speed"): _speed_rows,
}
"""What stands between the markers of each document."""


def filled(text: str, what: str, rows: Iterable[str]) -> str:
    """A document with its tables as they are measured now."""
    start, end = START.format(what), END.format(what)
    before, _, rest = text.partition(start)
    _, _, after = rest.partition(end)
    return before + "\n".join([start, "", *rows, "", end]) + after


def main(arguments: list[str]) -> int:
    """Write the tables, or with ``--check`` say whether they are up to date."""
    stale = 0
    for (name, what), rows in TABLES.items():
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        new = filled(text, what, rows())
        stale |= new != text
        if arguments != ["--check"]:
            path.write_text(new, encoding="utf-8")
    return int(stale) if arguments == ["--check"] else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
