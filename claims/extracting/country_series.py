"""General names of a country's recurring events -> its own series: "the 2017 general election" in a text about Britain.

The names stand in ``vocabulary/country_series.csv`` with the words by which a country's series is one of them. A country that
has a row of ``vocabulary/name_contexts.csv`` for the name is left to ``firm_names``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.extracting.firm_names import homes, is_spoken_of, may_have_held
from claims.extracting.mentions import Reading
from claims.extracting.name_countries import countries_of_name
from claims.extracting.outsiders import find_outsiders
from claims.records import EntityMention, Span
from claims.store.open import Store
from claims.store.series import Series
from claims.values.names import name_key

_OWNS = re.compile(r"^(?:['’]s?)?\s(?:\w+\s){0,1}(?:(?:1[89]|20)\d\d\s)?$")
""""France's snap 2017 ...", "the French 2017 ..."."""
_IN = re.compile(r"^\s(?:of\s(?:1[89]|20)\d\d\s|in\s(?:1[89]|20)\d\d\s)?in\s(?:the\s)?$")
_FRONTED = re.compile(r"^,\s(?:the|its|his|her|their|a)\s(?:\w+\s)?(?:(?:1[89]|20)\d\d\s)?$")


_STOOD = re.compile(
    r"^(?:,\s\w+,)?\s(?:\w+\s){0,2}(?:won|lost|wins|loses|win|lose|contested|beat|defeated)\s(?:[\w-]+\s){0,6}(?:the|a)\s(?:(?:1[89]|20)\d\d\s)?$"
)
""""Macron beat Le Pen in the 2017 ..."."""
WATCHED = "presidential"


@dataclass(frozen=True, slots=True)
class OwnSeries:
    """The series that a general name means here, none where it means that of nobody we know; ``weak`` as of a mention.

    ``attached`` where the country stands with the name, so that no other reading is left.
    """

    series: tuple[str, ...] = ()
    weak: bool = True
    attached: bool = False


def find_general_names(reading: Reading, store: Store) -> Iterator[Span]:
    """Where general names of two words stand in a sentence."""
    heads = store.country_series_heads
    if heads.isdisjoint(reading.words):
        return
    for first, second in zip(reading.tokens, reading.tokens[1:], strict=False):
        if second.key in heads and f"{first.key} {second.key}" in store.country_series:
            yield Span(first.start, second.end)


def settle_country(name: Span, year: int | None, reading: Reading, store: Store) -> OwnSeries | None:
    """Whose series the name means; None where the text does not say so, or means one whose name needs no settling.

    It is that of the country that stands with it, or whose politician stood for it. One that is only named in the sentence may watch the
    vote of another: it is taken where it had such a vote in that year, and held against the text where nobody else of the
    article may have had one and the vote is none for a president, which the world speaks of.
    """
    words = name_key(name.of(reading.article.text))
    kinds = store.country_series.get(words)
    if kinds is None or year is None:
        return None
    whose = _whose(name, reading, store)
    if whose is not None and whose.attached and whose.country in homes(store) and WATCHED in kinds:
        own = tuple(series for key, series in store.name_contexts if key == words)
        return OwnSeries(own, weak=False, attached=True)
    if whose is None or whose.country in homes(store):
        return None
    series = _series_of(whose.country, kinds, store)
    found = tuple(one.entity for one in series)
    if whose.attached:
        return OwnSeries(found, not found, attached=True)
    if not _has_rival(whose.country, words, kinds, year, reading, store) and WATCHED not in kinds:
        return OwnSeries(found, not found or not whose.in_sentence)
    return OwnSeries(found) if any(may_have_held(one, year, reading, store) for one in series) else None


@dataclass(frozen=True, slots=True)
class _Whose:
    country: str
    """Empty where several may be meant, or a part of a country."""
    attached: bool = False
    in_sentence: bool = True


def _whose(name: Span, reading: Reading, store: Store) -> _Whose | None:
    away = find_outsiders(reading, store)
    near = [(n, found) for n in reading.names if (found := countries_of_name(n, store) - away)]
    named = [(n, found) for n, found in near if n.of_kind("country", "person")]
    attached = [found for n, found in named if _is_attached(n, name, reading)]
    if attached:
        found = attached[0] if all(one == attached[0] for one in attached) else frozenset()
        return _Whose(next(iter(found)) if len(found) == 1 else "", attached=True)
    if named:
        common = frozenset.intersection(*(found for _name, found in near))
        full = any(n.alias_kinds() != {"surname"} for n, _found in named)
        return _Whose(next(iter(common)) if len(common) == 1 else "", in_sentence=full)
    if near:
        return _Whose("")  # a city or region may have its own
    abroad = [found - away for found in reading.article_countries if found - away]
    if abroad:
        common = frozenset.intersection(*abroad)
        return _Whose(next(iter(common)), in_sentence=False) if len(common) == 1 else None
    return None


def _is_attached(country: EntityMention, name: Span, reading: Reading) -> bool:
    if country.span.start > name.end:
        return bool(country.of_kind("country") and _IN.match(reading.between(name.end, country.span.start)))
    gap = reading.between(country.span.end, name.start)
    if not country.of_kind("country"):
        return bool(_STOOD.match(gap))
    before = reading.token_before(country.span.start)
    return bool(_OWNS.match(gap)) or (before is not None and before.key == "in" and bool(_FRONTED.match(gap)))


def _series_of(country: str, kinds: frozenset[str], store: Store) -> list[Series]:
    family = store.series_by_family.get(f"{country.partition('/')[2]}-elections", ())
    return [one for one in family if any(kind in one.entity for kind in kinds)]


def _has_rival(
    country: str, words: str, kinds: frozenset[str], year: int, reading: Reading, store: Store
) -> bool:
    others = {one for found in reading.article_countries if country not in found for one in found}
    rivals = [series for other in others for series in _series_of(other, kinds, store)]
    return any(may_have_held(series, year, reading, store) for series in rivals) or is_spoken_of(
        words, year, reading, store
    )
