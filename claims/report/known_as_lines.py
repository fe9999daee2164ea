"""What an explanation says of the store: candidates, look-ups, facts compared, and whether the slot is closed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from claims.explain import Explanation
from claims.judging.comparison import Standing
from claims.judging.explain_candidates import Outcome
from claims.judging.explain_closedness import Closedness
from claims.judging.explain_finding import WeighedFact
from claims.report.styled_line import StyledLine
from claims.store.open import Store
from claims.store.recording import LookUp

CANDIDATES = 6
"""Candidates of one fate that are shown by name; the JSON holds them all."""
FACTS = 12
"""Facts that are shown beside the evidence."""
_of = StyledLine.of


def known_as_lines(one: Explanation, store: Store) -> Iterator[StyledLine]:
    """The lines in order; a part that has nothing to say is left out."""
    trace = one.trace
    yield from _block("Candidates", _candidates(one.candidates, store))
    yield from _block("Looked up", _asked(trace.asked, store))
    yield from _block("Facts", _facts(trace.facts))
    yield from _block("Room for another value", (_closedness(c, store) for c in trace.closedness))


def _block(title: str, lines: Iterable[StyledLine]) -> Iterator[StyledLine]:
    found = list(lines)
    if found:
        yield _of(2, (title, "head"))
        yield from found


def _fate(outcome: Outcome) -> str:
    if outcome.lost_by:
        return f"left out, {outcome.lost_by}"
    return f"taken, {_SAID[outcome.said]}"


_SAID = {
    "evidence": "shown as evidence",
    "agrees": "agrees, and another is shown",
    "differs": "differs",
    "not_comparable": "cannot be compared",
    "nothing": "no fact of it was compared",
    "not_asked": "not asked about: facts are found by other slots",
}


def _candidates(outcomes: Iterable[Outcome], store: Store) -> Iterator[StyledLine]:
    """Those of one fate on one line, the fate that the first of them has first."""
    by_fate: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_fate.setdefault(_fate(outcome), []).append(outcome)
    for fate, same in by_fate.items():
        named = "; ".join(_candidate(outcome, store) for outcome in same[:CANDIDATES])
        more = f" and {len(same) - CANDIDATES} more" if len(same) > CANDIDATES else ""
        yield _of(4, (f"{fate}: ", "dim"), f"{named}{more}")


def _candidate(outcome: Outcome, store: Store) -> str:
    candidate = outcome.candidate
    score = f" {candidate.score:.3f}" if candidate.found_by == "vector" else ""
    return f"{store.name(candidate.entity)} ({candidate.entity}, {candidate.found_by}{score})"


def _asked(asked: Iterable[LookUp], store: Store) -> Iterator[StyledLine]:
    """Questions of one kind on one line: where there are many, how many."""
    for (by, predicate), group in groupby(sorted(asked, key=_kind), key=_kind):
        same = list(group)
        whose = store.name(same[0].entity) if len(same) == 1 else f"{len(same)} entities"
        found = Counter(bool(one.facts) for one in same)
        facts = sum(len(one.facts) for one in same)
        none = f", nothing of {found[False]}" if found[False] and found[True] else ""
        told = _told(by, predicate, whose)
        yield _of(4, told if by == "list" else f"{told}: {facts} {'fact' if facts == 1 else 'facts'}{none}")


def _kind(asked: LookUp) -> tuple[str, str]:
    return asked.by, asked.predicate


def _told(by: str, predicate: str, whose: str) -> str:
    return {
        "subject": f"{whose}, {predicate}",
        "value": f"{predicate} that is {whose}",
        "series": f"editions of {whose}",
        "list": f"whether the list {predicate} of {whose} is complete",
    }[by]


def _facts(facts: tuple[WeighedFact, ...]) -> Iterator[StyledLine]:
    """The evidence and the nearest of the others."""
    others = sorted((f for f in facts if not f.is_evidence), key=_nearness)
    for fact in (*(f for f in facts if f.is_evidence), *others[:FACTS]):
        yield _fact(fact)
        yield _comparison(fact)
    if len(others) > FACTS:
        yield _of(4, (f"and {len(others) - FACTS} more that were compared", "dim"))


def _nearness(weighed: WeighedFact) -> tuple[bool, int, float]:
    """What held at the time before what did not, what agrees before what differs, and that by days."""
    comparison = weighed.comparison
    if comparison is None:
        return weighed.held is False, len(Standing), 0.0
    days = comparison.details.get("days_apart", 0)
    return weighed.held is False, list(Standing).index(comparison.standing), float(days)


def _fact(weighed: WeighedFact) -> StyledLine:
    mark = "evidence: " if weighed.is_evidence else "compared: "
    style = "span" if weighed.is_evidence else "dim"
    return _of(4, (mark, style), weighed.fact.text, (f" ({weighed.fact.source})", "dim"))


def _comparison(weighed: WeighedFact) -> StyledLine:
    held = {True: ", held at the time", False: ", of another time", None: ""}[weighed.held]
    comparison = weighed.comparison
    if comparison is None:
        return _of(6, (f"not compared{held}", "dim"))
    details = _details(comparison.details)
    return _of(
        6, (f"{comparison.standing}, {comparison.reason}{held}", "dim"), f"{details and ': '}{details}"
    )


def _details(details: Mapping[str, object]) -> str:
    parts = ((name.replace("_", " "), value) for name, value in details.items() if value != "")
    return ", ".join(f"{name} {_value(value)}" for name, value in parts)


def _value(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return f"{value:.6g}" if isinstance(value, float) and not value.is_integer() else f"{value:.0f}"


_KINDS = {
    "series": ("every edition of {name} is known for that year", "not every edition of {name} is known for that year"),
    "list": ("every member of {name} is known for that year", "not every member of {name} is known for that year"),
    "predicate": ("facts of {name} can refute ({closed_by})", "{name} never contradicts: there may be others"),
    "titles": ("no other contest is called {name}", "another contest may be called {name}"),
}  # fmt: skip
"""By kind, what is said where it is closed, and where it is not."""
_CLOSED_BY = {
    "value": "one known value leaves room for no other",
    "list": "where one value is known, all are",
    "year": "where the text names a whole year",
}


def _closedness(closedness: Closedness, store: Store) -> StyledLine:
    name = closedness.of if closedness.kind == "predicate" else store.name(closedness.of)
    closed_by = _CLOSED_BY.get(str(closedness.details.get("closed_by", "")), "")
    text = _KINDS[closedness.kind][not closedness.closed].format(name=name, closed_by=closed_by)
    details = _details({key: value for key, value in closedness.details.items() if key != "closed_by"})
    return _of(
        4,
        ("closed: " if closedness.closed else "open: ", "dim"),
        text,
        (f" ({details})" if details else "", "dim"),
    )
