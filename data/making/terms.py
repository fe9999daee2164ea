"""Terms of office: partial dates compared, one person's terms joined, terms that contradict each other found."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

HANDOVER_DAYS = 45
"""Terms that overlap or lie apart by no more are a handover; by more, the list has a mistake."""


@dataclass(frozen=True, order=True)
class Term:
    """One person in one office; an open one has no end and is true up to ``as_of``."""

    office: str
    start: str
    end: str
    person: str
    as_of: str = ""
    status: str = ""
    acting: bool = False

    @property
    def precise(self) -> bool:
        """Whether both ends are known to the month at least."""
        return len(self.start) >= 7 and (not self.end or len(self.end) >= 7)


def first_day(text: str) -> date:
    """The first day of a partial date."""
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(text: str) -> date:
    """The last day of a partial date."""
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1])


def is_date(text: str) -> bool:
    """Whether a text is a day, month or year that there was; before the year 1000 it is a slip."""
    try:
        first_day(text)
    except ValueError:
        return False
    return len(text) in (4, 7, 10) and text[0] != "0"


def end_of(term: Term) -> date:
    """The last day a term is known to have lasted."""
    return last_day(term.end or term.as_of)


def join_terms(terms: Iterable[Term]) -> list[Term]:
    """Terms of one person in one office that touch or overlap, as one; the more exact dates are kept."""
    by_holder = defaultdict(list)
    for term in terms:
        by_holder[term.office, term.person, term.acting].append(term)
    joined = []
    for group in by_holder.values():
        run: list[Term] = []
        for term in sorted(group, key=lambda t: (first_day(t.start), t.end or "9", t.start)):
            if run and (first_day(term.start) - end_of(run[-1])).days <= HANDOVER_DAYS:
                run[-1] = _join(run[-1], term)
            else:
                run.append(term)
        joined += run
    return sorted(joined)


def _join(one: Term, other: Term) -> Term:
    """Two terms of a person as one."""
    start = one.start
    if other.start.startswith(start) and len(other.start) > len(start):
        start = other.start
    if not one.end or not other.end:
        open_one = one if not one.end else other
        closed = other if not one.end else one
        if (
            closed.end
            and last_day(closed.end) > first_day(open_one.start)
            and first_day(closed.start) == first_day(open_one.start)
        ):
            return replace(closed, start=start)  # the same term, once with its end
        return replace(open_one, start=start, status=one.status or other.status)
    end = max((one.end, other.end), key=lambda text: (last_day(text), len(text)))
    shorter = min((one.end, other.end), key=len)
    if end == shorter and max((one.end, other.end), key=len).startswith(shorter):
        end = max((one.end, other.end), key=len)
    return replace(one, start=start, end=end, as_of="", status=one.status or other.status)


def clashes(terms: Iterable[Term]) -> set[Term]:
    """Terms of single-holder offices that overlap another person's by more than a handover."""
    by_office = defaultdict(list)
    for term in terms:
        by_office[term.office].append(term)
    found = set()
    for group in by_office.values():
        group.sort(key=lambda t: (first_day(t.start), t.start))
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                if one.person != other.person and _overlap(one, other) > HANDOVER_DAYS:
                    found |= {one, other}
    return found


def _overlap(one: Term, other: Term) -> int:
    """Days two terms surely share: an inexact date is taken the way that shares least."""
    begin = max(last_day(t.start) if len(t.start) < 10 else first_day(t.start) for t in (one, other))
    finish = min(first_day(t.end) if t.end and len(t.end) < 10 else end_of(t) for t in (one, other))
    return (finish - begin).days


def gap_share(terms: Iterable[Term]) -> float:
    """The share of successions in an office with a gap of more than a handover."""
    ordered = sorted(terms, key=lambda t: first_day(t.start))
    steps = [(first_day(after.start) - end_of(before)).days for before, after in pairwise(ordered)]
    return sum(step > HANDOVER_DAYS for step in steps) / len(steps) if steps else 0.0
