"""Mentions of editions and events: by name, by series and year, or by description.

"the 2022 Beijing Winter Olympics" has a series, a year and a city; "World War II" is a name;
"Moscow's invasion" is a head noun with somebody who takes part.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from claims.extracting.country_series import find_general_names, settle_country
from claims.extracting.described_events import HeadIndex, find_described
from claims.extracting.doubt_names import has_unknown_modifier, is_attributive, is_blocked, lacks_context
from claims.extracting.event_mentions import PLACE_KINDS, EventMention
from claims.extracting.event_words import Telling, event_words_of
from claims.extracting.event_years import (
    find_coordinated,
    with_place_and_year,
    with_year_after,
    with_year_before,
)
from claims.extracting.firm_names import is_firm
from claims.extracting.mentions import Reading
from claims.records import EntityMention, Span
from claims.store.open import Store


def find_events(reading: Reading, store: Store, heads: "HeadIndex") -> list[EventMention]:
    """The editions and events of one sentence in order."""
    named = [m for name in reading.names if (m := _named(name, reading, store)) is not None]
    named += _general(reading, store, [name.span for name in reading.names])
    named += _by_words(reading, store, [m.span for m in named])
    taken = [m.span for m in named]
    described = [
        mention
        for token in (() if heads.words.isdisjoint(reading.words) else reading.tokens)
        if token.key in heads.words
        and (mention := find_described(token, reading, heads)) is not None
        and not any(span.overlaps(mention.span) for span in taken)
    ]
    coordinated = [other for mention in named for other in find_coordinated(mention, reading, store)]
    return sorted([*named, *coordinated, *described], key=lambda m: m.span)


def _named(name: EntityMention, reading: Reading, store: Store) -> EventMention | None:
    senses = name.of_kind("edition", "event", "series")
    if not senses or len(senses) < len(name.senses):
        return None
    entities = tuple(dict.fromkeys(s.entity for s in senses if not s.entity.startswith("series/")))
    series = tuple(s.entity for s in senses if s.entity.startswith("series/"))
    series = _in_context(series, reading, store) if name.alias_kinds() <= {"generic"} else series
    series += tuple(dict.fromkeys(_series_of(e, store) for e in entities if e.startswith("edition/")))
    weak = bool(name.alias_kinds() & {"weak"})
    mention = EventMention(name.span, name.span, entities, tuple(dict.fromkeys(series)), weak=weak)
    mention = with_place_and_year(mention, reading)
    firm = weak and is_firm(mention.series, name.text, mention.year, reading, store)
    own = settle_country(name.span, mention.year, reading, store) if weak else None
    if own and (own.attached or not firm):
        mention, firm = replace(mention, series=own.series, weak=own.weak), False
    places = {entity for one in reading.names for entity in one.ids(*PLACE_KINDS)}
    default = default_series(mention.series, mention.year, reading.article_words, places, store)
    if default:
        mention = replace(mention, series=default)
    if is_attributive(mention.span, reading) or is_blocked(mention, reading, store):
        return None
    if firm:
        mention = replace(mention, weak=False)
    lacking = not default and lacks_context(mention, reading, store)
    return replace(mention, weak=mention.weak or has_unknown_modifier(mention, reading) or lacking)


def default_series(
    series: tuple[str, ...], year: int | None, words: frozenset[str], places: Set[str], store: Store
) -> tuple[str, ...]:
    """The one of several series of a name that the bare name with a year means: "the 2014 World Cup" is football's.

    Only where the year is one of its own, or none of theirs and a place of the sentence was host about then; and the article
    has no word of another contest of the name.
    """
    known = [s for s in series if s in store.word_list("default_series")]
    if len(series) < 2 or len(known) != 1 or words & store.word_list("other_contests"):
        return ()
    editions = store.editions(known[0])
    if any(e.year == year and e.held for e in editions):
        return tuple(known)
    minor = store.word_list("minor_contests")
    rivals = [s for s in series if s in store.series and s != known[0] and s not in minor]
    if year is None or any(e.year == year for s in rivals for e in store.editions(s)):
        return ()
    near = {f.value for e in editions if abs(e.year - year) <= NEAR_YEARS for f in e.places}
    return tuple(known) if near & places else ()


NEAR_YEARS = 4
"""A year in which there was no edition stands for one this near that was held in a place of the sentence."""


def _general(reading: Reading, store: Store, taken: Sequence[Span]) -> Iterator[EventMention]:
    """General names that no series has as its own: "Germany's 2017 federal election"."""
    for span in find_general_names(reading, store):
        if any(span.overlaps(other) for other in taken):
            continue
        bare = EventMention(span, span)
        dated = with_year_before(bare, reading) or with_year_after(bare, reading)
        own = settle_country(span, dated.year, reading, store) if dated else None
        if dated is None or own is None or not own.series:
            continue
        mention = replace(dated, series=own.series, weak=own.weak)
        if not is_attributive(mention.span, reading) and not is_blocked(mention, reading, store):
            yield mention


def _in_context(series: tuple[str, ...], reading: Reading, store: Store) -> tuple[str, ...]:
    """Of the series that share a generic name those whose words stand in the article; all where none do."""
    suited = tuple(s for s in series if s in store.series and store.series[s].suits(reading.article_words))
    return suited or series


def _by_words(reading: Reading, store: Store, taken: Sequence[Span]) -> list[EventMention]:
    """The events whose name's words are spread over the sentence, where no name stands already."""
    found: dict[Span, list[str]] = {}
    tellings: dict[Span, set[Telling]] = {}
    times = [time.span for time in reading.times]
    for entity, span, telling in event_words_of(store).find(reading.tokens, reading.words, times):
        if not any(span.overlaps(other) for other in taken) and not is_attributive(span, reading):
            found.setdefault(span, []).append(entity)
            loose = telling is Telling.TOLD and not _is_said_of(span, reading)
            tellings.setdefault(span, set()).add(Telling.LOOSE if loose else telling)
    # A tight wording before one whose words only stand around it: "Diana died in a car crash in Paris".
    best = sorted(found, key=lambda span: (tellings[span] == {Telling.LOOSE}, span.start - span.end, span))
    kept: list[Span] = []
    for span in best:
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return [
        EventMention(
            span,
            span,
            tuple(dict.fromkeys(found[span])),
            weak=tellings[span] == {Telling.LOOSE},
            told=Telling.TOLD in tellings[span],
            loose=tellings[span] == {Telling.LOOSE},
        )
        for span in kept
    ]


_ENDS_ASIDE = re.compile(
    r",\s(?:died|dies|fell|collapsed|exploded|sank|crashed|erupted|landed|blew|opened|resigned|withdrew|went|came|caught|burned)\b"
)
"""A comma before an active verb ends an aside: in "Ng, who sang with Freddie Mercury, died" Ng died."""

_DEPENDS = frozenset(["with", "by", "for", "to", "from", "about", "against", "like", "and", "or"])


def _is_said_of(span: Span, reading: Reading) -> bool:
    """Whether the verb of a telling is said of its name, and not of what the name belongs to: "the wife of John Lennon"."""
    before = reading.token_before(span.start)
    words = span.of(reading.article.text)
    if _ENDS_ASIDE.search(words) or (before is not None and before.key == "of"):
        return False
    return "," in words or before is None or before.key not in _DEPENDS


def _series_of(edition: str, store: Store) -> str:
    return store.facts(edition, "edition_of")[0].value
