"""Years with big recurring events, as written and changed -> ``results/event_years.json``.

    python benchmarks/measure_event_years.py DEVSETS [--list]

Each row is a real sentence with the date of its article. As it stands it should draw no flag; with its year changed to a
neighbouring one in which the event is not held (``event_years.csv``) it should draw one whose first repair is the year that
stood there. DEVSETS is the folder with the development sets; it is not part of the project.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from change_year import EventCalendar
from claims.evaluate.cases import Check
from claims.evaluate.score import Rate
from claims.records import Article, Span
from find_devset import find_devset, read_devset
from open_checker import open_checker
from record_result import record_result
from score_change import Change, score_change

NAME = "event_year_mentions_dev"
SEED = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence with the place of an event's year."""

    id: str
    event: str
    text: str
    year: Span
    published: date | None

    def article(self, year: int | None = None) -> Article:
        """The sentence as an article, with another year where one is given."""
        text = self.text
        if year is not None:
            text = text[: self.year.start] + str(year) + text[self.year.end :]
        return Article(self.id, text, self.id, published=self.published)


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where the set is missing."""
    listing = "--list" in arguments
    paths = find_devset([a for a in arguments if a != "--list"], str(__doc__), NAME)
    if paths is None:
        return 2
    mentions = [read_mention(number, row) for number, row in enumerate(read_devset(paths[0]), 1)]
    with open_checker() as (_store, check):
        untouched, flagged = measure_untouched(mentions, check)
        changed, missed = measure_changed(mentions, check)
    print(record_result("event_years", "make event-years", {"untouched": untouched, "changed": changed}))
    print(untouched, {key: value for key, value in changed.items() if key != "by_event"})
    for line in [*flagged, *(missed if listing else [])]:
        print(line)
    return 0


def read_mention(number: int, row: dict[str, Any]) -> Mention:
    """A row of the set."""
    start = row["sentence"].index(row["span"]) + row["span"].index(str(row["year"]))
    return Mention(
        f"{NAME}:{number}", row["event"], row["sentence"], Span(start, start + 4), _day(row["date"])
    )


def _day(text: str) -> date | None:
    """Three of the dates are written the American way."""
    if not text:
        return None
    return datetime.strptime(text, "%Y-%m-%d" if "-" in text else "%m/%d/%y").date()


def measure_untouched(mentions: Iterable[Mention], check: Check) -> tuple[dict[str, Any], list[str]]:
    """How many sentences draw a flag as they stand, and those flags."""
    total, supported, listed = 0, 0, []
    for mention in mentions:
        checked = check(mention.article())
        total += 1
        supported += any(
            f.verdict == "supported" and any(slot.span.overlaps(mention.year) for slot in f.claim.slots)
            for f in checked.findings
        )
        listed += [
            f"FLAG {mention.id} {mention.published} {mention.text!r}: {flag.explanation}"
            for flag in checked.findings
            if flag.is_flag
        ]
    figures = {"sentences": total, "flags": len(listed), "year_supported": Rate(supported, total).as_dict()}
    return figures, listed


def measure_changed(mentions: Iterable[Mention], check: Check) -> tuple[dict[str, Any], list[str]]:
    """Recall and right first repair over the sentences whose year can be made wrong."""
    skipped, listed = Counter[str](), []
    changes: dict[str, list[Change]] = defaultdict(list)
    for mention, year in changed_mentions(mentions, skipped):
        change = score_change(check(mention.article(year)), mention.year, (mention.year.of(mention.text),))
        changes[mention.event.casefold().replace("’", "'")].append(change)
        if not change.repaired_first:
            reason = change.silence or "flagged, but repaired otherwise"
            listed.append(f"{reason} {mention.id} {mention.published} {year} {mention.text!r}")
    every = [change for part in changes.values() for change in part]
    by_event = {event: rates(part) for event, part in sorted(changes.items())}
    causes = dict(Counter(change.silence for change in every if not change.hit).most_common())
    return {**rates(every), "not_changed": dict(skipped), "causes": causes, "by_event": by_event}, sorted(
        listed
    )


def changed_mentions(mentions: Iterable[Mention], skipped: Counter[str]) -> Iterator[tuple[Mention, int]]:
    """Each mention whose year can be made wrong, with the wrong year; ``skipped`` counts the others."""
    calendar, random = EventCalendar(), Random(SEED)
    for mention in mentions:
        held = calendar.is_held(mention.event, int(mention.year.of(mention.text)))
        if not held:
            skipped[
                "no edition of that year in the calendar" if held is False else "event not in the calendar"
            ] += 1
            continue
        year = calendar.change_year(mention.event, int(mention.year.of(mention.text)), random)
        if year is None:
            skipped["held every year"] += 1
        else:
            yield mention, year


def rates(changes: list[Change]) -> dict[str, Any]:
    """Recall, right first repair and repaired recall with their intervals, and flags elsewhere."""
    total = len(changes)
    return {
        "changed": total,
        "recall": Rate(sum(c.hit for c in changes), total).as_dict(),
        "right_first_repair": Rate(sum(c.repaired_first for c in changes), total).as_dict(),
        "right_first_repair_of_hits": Rate(
            sum(c.repaired_first for c in changes), sum(c.hit for c in changes)
        ).as_dict(),
        "flags_elsewhere": sum(len(c.elsewhere) for c in changes),
    }


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
