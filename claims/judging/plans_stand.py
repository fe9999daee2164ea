"""Whether what was planned for a coming event may be held against a text."""

from collections.abc import Iterable
from datetime import timedelta

from claims.records import Article, Fact
from claims.store.open import Store

SETTLED = {"place": timedelta(days=400), "time": timedelta(days=60)}
"""How long before it begins a settled series' plan stood, of all its editions since 1948: the Games of 2020 were put off 122 days and
Euro 2020 87 days before; no host has changed within the year, Euro 2020's second cities apart."""
AWARDED = timedelta(days=1826)
"""Games and World Cups (``awarded``) have been given away by then since 1990, and none was given to another since."""
AWARDED_FROM = 1990


def plans_stand(slot: str, facts: Iterable[Fact], article: Article, store: Store) -> bool:
    """Whether the article is so near to the event, or the event so far off and its host so sure, that the plan holds.

    Only for the families of ``judging_lists.csv`` (``settled``): their hosts are under contract for years. Summits move within weeks.
    """
    times = tuple(facts)
    families = {_family(fact.subject, store) for fact in times}
    starts = [fact.valid.start for fact in times if fact.valid and fact.valid.start]
    if article.published is None or not starts or not families <= store.word_list("settled"):
        return False
    if slot == "place" and all(fact.status == "scheduled" for fact in times):
        return True  # what the store says of it now is what was said since it was awarded
    awarded = slot == "place" and families <= store.word_list("awarded") and min(starts).year >= AWARDED_FROM
    return min(starts) - article.published <= (AWARDED if awarded else SETTLED[slot])


def is_to_come(times: Iterable[Fact], article: Article) -> bool:
    """Whether the events began after the article was written."""
    starts = [fact.valid.start for fact in times if fact.valid and fact.valid.start]
    return article.published is not None and bool(starts) and article.published < min(starts)


def _family(edition: str, store: Store) -> str:
    series = [fact.value for fact in store.facts(edition, "edition_of")]
    return store.series[series[0]].family if series and series[0] in store.series else ""
