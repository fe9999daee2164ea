"""Reports of 1,000 and 10,000 flags: how large, how long to write, how long until one can work -> ``results/report.json``.

    python benchmarks/measure_report.py SCRATCH

Opened from disk in Chromium (``apt-get install chromium``), each thing five times; the middle one counts.
"""

import shutil
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from claims.report.as_html import as_html
from claims.report.build_view import build_view
from claims.report.view import RunSummary
from many_flags import many_flags
from record_result import record_result

SIZES = (1_000, 10_000)
TIMES = 5
RUN = RunSummary("20260101T000000-000000", datetime(2026, 1, 1, tzinfo=UTC), 1.0, "", "", "", "")


def write_report(count: int, path: Path) -> float:
    """Write the report of so many flags; the seconds that took."""
    articles = many_flags(count)
    start = perf_counter()
    path.write_text(as_html(build_view(RUN, articles, [])), encoding="utf-8")
    return perf_counter() - start


def open_report(page: Page, path: Path) -> float:
    """Seconds from the address to a list that can be filtered."""
    start = perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    return perf_counter() - start


def seconds_until(page: Page, act: Callable[[], object], sign: str) -> float:
    """Seconds from an action until a selector fits."""
    start = perf_counter()
    act()
    page.wait_for_selector(sign)
    return perf_counter() - start


def measure_once(page: Page, path: Path, count: int) -> tuple[float, ...]:
    """Seconds to open it, to search for the last flag but one, to filter, and to follow an address to the last."""
    opened = open_report(page, path)
    word = f"/{count - 2}.txt"
    searched = seconds_until(
        page, lambda: page.get_by_label("Search").fill(word), f"#list > #flag-{count - 1}:first-child"
    )
    page.get_by_role("button", name="Clear").click()
    page.wait_for_selector("#list > #flag-1")
    filtered = seconds_until(page, page.get_by_label("Outdated").check, "#list > #flag-2:first-child")
    followed = seconds_until(
        page, lambda: page.evaluate(f"location.hash = '#flag-{count}'"), f"#flag-{count}:focus"
    )
    return opened, searched, filtered, followed


def measure_page(
    page: Page, path: Path, count: int, choose: Callable[[Iterable[float]], float] = median
) -> dict[str, float]:
    """The middle one, or another, of several measurements, by what was done."""
    times = zip(*(measure_once(page, path, count) for _ in range(TIMES)), strict=True)
    names = ("open", "search", "filter", "follow_address")
    return {name: round(choose(each), 2) for name, each in zip(names, times, strict=True)}


def _measure(browser: Browser, count: int, path: Path) -> dict[str, Any]:
    written = write_report(count, path)
    page = browser.new_page()
    figures = measure_page(page, path, count)
    page.close()
    return {
        "flags": count,
        "megabytes": round(path.stat().st_size / 1e6, 2),
        "write": round(written, 2),
        **figures,
    }


def main(arguments: list[str]) -> int:
    """Measure each size; 2 where the folder or the browser is missing."""
    program = shutil.which("chromium")
    if len(arguments) != 1 or not Path(arguments[0]).is_dir() or program is None:
        print(__doc__, file=sys.stderr)
        return 2
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        figures = [_measure(browser, count, Path(arguments[0]) / f"report-{count}.html") for count in SIZES]
        browser.close()
    print(record_result("report", "python benchmarks/measure_report.py SCRATCH", {"seconds": figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
