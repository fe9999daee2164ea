"""Statements of one predicate -> those that speak, by rank and precision; a tie is not broken by luck."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from claims.refreshing.statements import Cause, Statement


def settle_slots(
    statements: Sequence[Statement], *, interval: bool, single: bool, dropped: Counter[Cause]
) -> list[Statement]:
    """The statements that make facts, in the order of subject and time; ``dropped`` counts the others.

    An interval's slot is its subject, value and time, since an office has many holders, each right for a time:
    a preferred statement outdoes only one that says the same. Any other slot is its subject: there the
    preferred statements outdo all others, as in Wikidata's own "truthy" triples.
    """
    if interval:
        kept = _of_groups(statements, lambda s: (s.subject, s.value), _settle_terms, dropped)
        kept = _drop_unended(kept, dropped) if single else kept
    else:
        settle = _settle_single if single else _settle_values
        kept = _of_groups(statements, lambda s: (s.subject,), settle, dropped)
    return sorted(kept, key=lambda s: (s.subject, s.start, s.value, s.id))


Settle = Callable[[list[Statement], Counter[Cause]], list[Statement]]


def _of_groups(
    statements: Iterable[Statement],
    slot: Callable[[Statement], tuple[str, ...]],
    settle: Settle,
    dropped: Counter[Cause],
) -> list[Statement]:
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[slot(statement)].append(statement)
    return [kept for group in groups.values() for kept in settle(group, dropped)]


def _best_first(statement: Statement) -> tuple[object, ...]:
    return (
        not statement.preferred,
        -len(statement.start),
        -len(statement.end),
        statement.start,
        statement.id,
    )


def _fits(one: str, other: str) -> bool:
    """Whether two partial dates may be the same: one is the other, less precise, or is not given."""
    return one.startswith(other) or other.startswith(one)


def _same_time(one: Statement, other: Statement) -> bool:
    return _fits(one.start, other.start) and _fits(one.end, other.end)


def _settle_terms(group: list[Statement], dropped: Counter[Cause]) -> list[Statement]:
    kept: list[Statement] = []
    for statement in sorted(group, key=_best_first):
        if any(_same_time(statement, other) for other in kept):
            dropped[Cause.OUTRANKED] += 1
        else:
            kept.append(statement)
    return kept


def _drop_unended(statements: list[Statement], dropped: Counter[Cause]) -> list[Statement]:
    """Without those that have no end although somebody else came after: they ended, and nobody says when."""
    latest: dict[str, str] = {}
    for statement in statements:
        latest[statement.subject] = max(latest.get(statement.subject, ""), statement.start)
    kept = [s for s in statements if s.end or _fits(s.start, latest[s.subject])]
    dropped[Cause.END_MISSING] += len(statements) - len(kept)
    return kept


def _preferred(group: list[Statement], dropped: Counter[Cause]) -> list[Statement]:
    preferred = [statement for statement in group if statement.preferred] or group
    dropped[Cause.OUTRANKED] += len(group) - len(preferred)
    return preferred


def _settle_values(group: list[Statement], dropped: Counter[Cause]) -> list[Statement]:
    return (
        _settle_terms(_preferred(group, dropped), Counter())
        if group[0].start
        else _distinct(_preferred(group, dropped))
    )


def _distinct(group: list[Statement]) -> list[Statement]:
    return list(
        {statement.value: statement for statement in sorted(group, key=_best_first, reverse=True)}.values()
    )


def _settle_single(group: list[Statement], dropped: Counter[Cause]) -> list[Statement]:
    """The one value of a slot, most precise; nothing where values of equal rank disagree."""
    candidates = sorted(_preferred(group, dropped), key=_best_first)
    best = candidates[0]
    if any(other.value != best.value or not _same_time(other, best) for other in candidates):
        dropped[Cause.DISPUTED] += len(candidates)
        return []
    dropped[Cause.OUTRANKED] += len(candidates) - 1
    return [best]
