"""``claims quality``: what reviewers' decisions say of the program."""

import json
from collections.abc import Iterator
from pathlib import Path

from claims.errors import OutputError
from claims.evaluate.measure_quality import (
    FEW,
    KEEP,
    OFF,
    RAISE,
    Advice,
    Effort,
    Quality,
    QualityReport,
    measure_quality,
    thresholds,
)
from claims.evaluate.score import Rate
from claims.ledger.read_reviewed import read_reviewed
from flows.check_folder import check_folder
from flows.exit_status import NOTHING
from flows.find_ledger import find_ledger
from flows.write_terminal import write_lines


def show_quality(out: Path, precision: float, by_hand: float | None, write: Path | None) -> int:
    """Print the figures, and write the thresholds where asked to. Raises LedgerError, OutputError."""
    if write:
        check_folder(write)
    ledger = find_ledger(out)
    report = measure_quality(read_reviewed(ledger), precision)
    write_lines(_lines(report, precision, by_hand))
    if write:
        _write(write, thresholds(report))
        write_lines(["", f"Settings: {write} (claims run --set @{write} ...)"])
    return NOTHING


def _lines(report: QualityReport, precision: float, by_hand: float | None) -> Iterator[str]:
    if not report.total.right.total:
        yield "Nothing is decided yet; claims review opens the desk."
        return
    yield "Decided errors, each counted once; shares with Wilson 95 % intervals"
    yield ""
    yield f"{'':<48} {'right':>28} {'useful':>7}  for {precision:.0%}"
    for heading, rows in (("", (report.total,)), ("By kind", report.shapes), ("By rule", report.rules)):
        if heading:
            yield heading
        yield from (_row(one) for one in rows)
    yield ""
    yield from _effort(report.effort, report.total, by_hand)
    off = [one.name for one in report.rules if one.advice.kind == OFF]
    yield f"Rules to switch off: {', '.join(off) or 'none'}"


def _row(one: Quality) -> str:
    return f"{one.name:<48} {_share(one.right):>28} {one.useful:>7}  {_advice(one.advice)}"


def _share(rate: Rate) -> str:
    figures = rate.as_dict()
    low, high = 100 * figures["low"], 100 * figures["high"]
    return f"{rate.hits}/{rate.total} = {100 * figures['rate']:.0f} % ({low:.0f}-{high:.0f})"


def _advice(advice: Advice) -> str:
    there = f", where {_share(advice.there)} were right" if advice.there else ""
    return {
        KEEP: "as it is",
        RAISE: f"from {advice.least} on{there}",
        OFF: "switch off",
        FEW: "too few decisions to tell",
    }[advice.kind]


def _effort(effort: Effort, total: Quality, by_hand: float | None) -> Iterator[str]:
    if effort.seconds_per_flag is None:
        yield f"{_count(effort)}; no two near enough in time to tell how long they took"
        return
    yield (f"{_count(effort)}: {effort.seconds_per_key} s a key (median), {effort.seconds_per_flag} s a flag")
    if by_hand is not None:
        saved = by_hand * total.useful / total.right.total - effort.seconds_per_flag / 60
        yield f"Minutes saved per flag: {saved:.1f} ({by_hand:g} by hand for each that was useful, less the time at the desk)"


def _count(effort: Effort) -> str:
    flags, keys = ("" if number == 1 else "s" for number in (effort.decided, effort.keys))
    return f"{effort.decided:,} decision{flags} by {effort.keys:,} key{keys}"


def _write(path: Path, told: dict[str, str]) -> None:
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_text(json.dumps({"least_confidence": told}, indent=2) + "\n", encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise OutputError(f"the settings {path} cannot be written: {error.strerror or error}") from error
