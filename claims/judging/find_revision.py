"""How far a figure may lie from today's and still be what was published when it was written."""

from functools import lru_cache

from claims.records import Fact
from claims.store.once_a_store import once_a_store
from claims.store.open import Store
from claims.store.predicates import Predicate, Tolerance
from claims.store.read_vocabulary import read_vocabulary

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
    return max(
        usual.around(float(fact.value)),
        SPREADS * _spread(fact.subject, predicate, store) * abs(float(fact.value)),
    )


@lru_cache(maxsize=1)
def _usual() -> dict[str, Tolerance]:
    return {
        name: Tolerance(Tolerance.parse(share).share, float(amount))
        for name, share, amount in read_vocabulary("revisions")
    }


@once_a_store
def _spreads(_store: Store) -> dict[tuple[str, str], float]:
    return {}


def _spread(subject: str, predicate: Predicate, store: Store) -> float:
    known, key = _spreads(store), (subject, predicate.name)
    if key not in known:
        known[key] = _widest_gap(subject, predicate, store)
    return known[key]


def _widest_gap(subject: str, predicate: Predicate, store: Store) -> float:
    """The widest gap between values of one year, as a share of the lower one; 0 where no year has two."""
    years: dict[int, list[float]] = {}
    for fact in store.facts(subject, predicate.name):
        start = fact.valid.start if fact.valid else None
        if start and start.year >= SINCE:
            years.setdefault(start.year, []).append(float(fact.value))
    return max((max(values) / min(values) - 1 for values in years.values() if min(values) > 0), default=0.0)
