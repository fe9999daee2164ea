"""The facts that may speak to a claim, and how its value stands to each."""

from dataclasses import dataclass

from claims.judging.relation import Relation
from claims.records import Fact
from claims.store.open import Store
from claims.store.predicates import Predicate

MUTUAL = "mutual"
"""The policy of predicates that hold both ways."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The facts that may speak to a claim, those of its time, and how its value stands to each."""

    predicate: Predicate
    facts: tuple[Fact, ...]
    timely: tuple[Fact, ...]
    relations: dict[str, Relation]
    sure_rates: frozenset[str] = frozenset()
    """Ids of unconfirmed facts that contradict nevertheless."""

    def of(self, *relations: Relation, timely: bool = True) -> tuple[Fact, ...]:
        """The facts to which the value has one of the relations."""
        facts = self.timely if timely else self.facts
        return tuple(fact for fact in facts if self.relations[fact.id] in relations)

    @property
    def refuting(self) -> tuple[Fact, ...]:
        """The certain facts of the time that contradict the value, and rates."""
        different = self.of(Relation.DIFFERENT)
        return tuple(fact for fact in different if fact.confirmed or fact.id in self.sure_rates)


def facts_of(entity: str, predicate: Predicate, store: Store) -> tuple[Fact, ...]:
    """The facts whose subject an entity is; of a mutual predicate also those whose value it is."""
    facts = store.facts(entity, predicate.name)
    return (*facts, *store.facts_with_value(predicate.name, entity)) if predicate.policy == MUTUAL else facts
