"""How far a figure may lie from today's and still be what was published when it was written."""

from functools import lru_cache

from claims.records import Fact
from claims.store.once_a_store import once_a_store
from claims.store.open import Store
from claims.store.predicates import Predicate, Tolerance
from claims.store.read_vocabulary import read_vocabulary

SMALL_RATE = 5.0
"""Percent; of a rate below it gaps are shares of this: between 0.1 and 0.4 % there is little, though one is four times the other."""
SPREADS = 2
"""Sources that disagree by so much about one year were revised by up to twice as much: of 570 figures in sentences of 2000-2014
that name their year, it leaves 3 % to be contradicted."""
SINCE = 1990
"""Years of the sources that are compared; before, most are reconstructions."""


def find_revision(fact: Fact, predicate: Predicate, store: Store) -> float:
    """The amount, in the predicate's unit; 0 for what is not revised.

    The larger of what is usual for the predicate (``vocabulary/revisions.csv``) and twice the widest disagreement about any one year
    between sources on this subject: censuses in Georgia, migrants in Kuwait, national accounts in Uganda.
    """
    usual = _usual().get(predicate.name)
    if usual is None:
        return 0.0
    size = max(abs(float(fact.value)), _least_size(predicate))
    return max(usual.around(float(fact.value)), SPREADS * _spread(fact.subject, predicate, store) * size)


YEARLY = "yearly"
"""The kind of rates whose sources lie as far apart on a small one as on a large one: growth."""
ALL = 100.0
"""Percent; gaps that are shares of it are amounts."""
DRIFTING = "drifting"
"""The kind of rates that are also told of a month or a day: inflation in December, the jobless at the end of the year."""


DISAGREEING = 0.6
"""Sources that lie so far apart on a subject's rates, as a share, count other things: the jobless of Nigeria."""


def rate_kind(predicate: Predicate) -> str | None:
    """``yearly`` or ``drifting`` for rates; None for what is none."""
    kind, _most = _rates().get(predicate.name, ("", 0.0))
    return kind or None


def is_sure_rate(fact: Fact, predicate: Predicate, store: Store) -> bool:
    """Whether a rate is one that contradicts what is far off although its source counts in one way of several.

    That is so of usual rates (``most`` in ``revisions.csv``) of subjects on which the sources do not lie far apart.
    """
    kind, most = _rates().get(predicate.name, ("", 0.0))
    if not kind or fact.confirmed or abs(float(fact.value)) > most:
        return False
    return _spread(fact.subject, predicate, store) <= DISAGREEING


def _least_size(predicate: Predicate) -> float:
    """The least amount that a gap is a share of."""
    if rate_kind(predicate) == YEARLY:
        return ALL
    return SMALL_RATE if predicate.unit == "percent" else 0.0


@lru_cache(maxsize=1)
def _usual() -> dict[str, Tolerance]:
    return {
        name: Tolerance(Tolerance.parse(share).share, float(amount))
        for name, share, amount, *_ in read_vocabulary("revisions")
    }


@lru_cache(maxsize=1)
def _rates() -> dict[str, tuple[str, float]]:
    """The kind of a rate, and the largest that is usual."""
    return {name: (rate, float(most or 0)) for name, *_, rate, most in read_vocabulary("revisions")}


@once_a_store
def _spreads(_store: Store) -> dict[tuple[str, str], float]:
    return {}


def _spread(subject: str, predicate: Predicate, store: Store) -> float:
    known, key = _spreads(store), (subject, predicate.name)
    if key not in known:
        known[key] = _widest_gap(subject, predicate, store)
    return known[key]


def _widest_gap(subject: str, predicate: Predicate, store: Store) -> float:
    """The widest gap between values of one year, as a share of the one nearer to zero; 0 where no year has two."""
    years: dict[int, list[float]] = {}
    for fact in store.facts(subject, predicate.name):
        start = fact.valid.start if fact.valid else None
        if start and start.year >= SINCE:
            years.setdefault(start.year, []).append(float(fact.value))
    least = _least_size(predicate)
    return max((_gap(values, least) for values in years.values()), default=0.0)


def _gap(values: list[float], least: float) -> float:
    size = max(min(map(abs, values)), least)
    return (max(values) - min(values)) / size if size else 0.0
