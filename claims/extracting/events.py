"""Mentions of editions and events: by name, by series and year, or by description.

"the 2022 Beijing Winter Olympics" has a series, a year and a city; "World War II" is a name;
"Moscow's invasion" is a head noun with somebody who takes part.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from claims.extracting.country_series import find_general_names, settle_country
from claims.extracting.event_words import Telling, event_words_of
from claims.extracting.firm_names import is_firm, is_weak
from claims.extracting.mentions import Reading
from claims.records import EntityMention, Slot, Span
from claims.store.open import Store
from claims.store.series import Series
from claims.values.names import Token

_YEAR = re.compile(r"(?P<year>(?:1[89]|20)\d\d)$")
_YEAR_INSIDE = re.compile(r"\b(?:1[89]|20)\d\d\b")
_GAP_TO_NAME = re.compile(r"^[\s-]{1,2}$")
_YEAR_AFTER = re.compile(r"^(?:\s+(?:in|of)\s+|\s+)(?P<year>(?:1[89]|20)\d\d)(?![\d-])")
_OF = re.compile(r"^\s+(?:of|against|on|in)\s+(?:the\s+)?$", re.IGNORECASE)
PLACE_KINDS = ("place", "country")
LIFE_HEADS = frozenset(("assassination", "death", "murder"))
"""What only happens to persons, and is done by persons: "Jordan was murdered" is said of no country."""
PARTICIPANT_KINDS = ("country", "person", "org", "place")


@dataclass(frozen=True, slots=True)
class EventMention:
    """An edition or event spoken of, and how surely.

    ``span`` takes in the year, ``name`` does not. ``weak`` means that something else of the same
    kind may be meant, so that it can be supported and never contradicted.
    """

    span: Span
    name: Span
    entities: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    year: int | None = None
    year_span: Span | None = None
    place: Slot | None = None
    weak: bool = False
    head: str | None = None
    participants: tuple[str, ...] = ()
    told: bool = False
    """Whether a clause tells it, its verb being part of the span: what follows the verb is said of the event."""
    begun: bool = False
    """Whether a verb tells that it came about, so that a time beside it is that of its beginning: "invaded on 24 February"."""
    act: bool = False
    """Whether it is of a kind that a verb may tell so: an invasion, and no war."""
    met: bool = False
    """Whether it is told by who met, so that only place or time say which of their meetings it is."""


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
        and (mention := _described(token, reading, heads)) is not None
        and not any(span.overlaps(mention.span) for span in taken)
    ]
    coordinated = [other for mention in named for other in _coordinated(mention, reading, store)]
    return sorted([*named, *coordinated, *described], key=lambda m: m.span)


_COORDINATED = re.compile(
    r"(?P<year>(?:1[89]|20)\d\d)(?P<more>(?:,\s(?:1[89]|20)\d\d)*),?\s(?:and|or|&)\s(?:the\s)?$"
)


def _coordinated(mention: EventMention, reading: Reading, store: Store) -> Iterator[EventMention]:
    """The year before the mention's own that shares its name: "the 2018 and 2022 World Cups"."""
    if mention.year_span is None or mention.year_span.start != mention.span.start:
        return
    match = _COORDINATED.search(reading.between(reading.sentence.span.start, mention.span.start))
    if match is None or int(match["year"]) == mention.year:
        return
    start = reading.sentence.span.start + match.start("year")
    span, year = Span(start, start + 4), int(match["year"])
    name = mention.name.of(reading.article.text)
    firm = not is_weak(mention.series, name, store) or is_firm(mention.series, name, year, reading, store)
    yield replace(
        mention, span=span, entities=(), year=year, year_span=span, place=None, weak=mention.weak or not firm
    )


def _named(name: EntityMention, reading: Reading, store: Store) -> EventMention | None:
    senses = name.of_kind("edition", "event", "series")
    if not senses or len(senses) < len(name.senses):
        return None
    entities = tuple(s.entity for s in senses if not s.entity.startswith("series/"))
    series = tuple(s.entity for s in senses if s.entity.startswith("series/"))
    series = _in_context(series, reading, store) if name.alias_kinds() <= {"generic"} else series
    series += tuple(dict.fromkeys(_series_of(e, store) for e in entities if e.startswith("edition/")))
    weak = bool(name.alias_kinds() & {"weak"})
    mention = EventMention(name.span, name.span, entities, tuple(dict.fromkeys(series)), weak=weak)
    mention = _with_place_and_year(mention, reading)
    firm = weak and is_firm(mention.series, name.text, mention.year, reading, store)
    own = settle_country(name.span, mention.year, reading, store) if weak else None
    if own and (own.attached or not firm):
        mention, firm = replace(mention, series=own.series, weak=own.weak), False
    places = {entity for one in reading.names for entity in one.ids(*PLACE_KINDS)}
    default = default_series(mention.series, mention.year, reading.article_words, places, store)
    if default:
        mention = replace(mention, series=default)
    if _is_attributive(mention.span, reading) or _is_blocked(mention, reading, store):
        return None
    if firm:
        mention = replace(mention, weak=False)
    lacking = not default and _lacks_context(mention, reading, store)
    return replace(mention, weak=mention.weak or _has_unknown_modifier(mention, reading) or lacking)


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
        dated = _with_year_before(bare, reading) or _with_year_after(bare, reading)
        own = settle_country(span, dated.year, reading, store) if dated else None
        if dated is None or own is None or not own.series:
            continue
        mention = replace(dated, series=own.series, weak=own.weak)
        if not _is_attributive(mention.span, reading) and not _is_blocked(mention, reading, store):
            yield mention


def _in_context(series: tuple[str, ...], reading: Reading, store: Store) -> tuple[str, ...]:
    """Of the series that share a generic name those whose words stand in the article; all where none do."""
    suited = tuple(s for s in series if s in store.series and store.series[s].suits(reading.article_words))
    return suited or series


def _by_words(reading: Reading, store: Store, taken: Sequence[Span]) -> list[EventMention]:
    """The events whose name's words are spread over the sentence, where no name stands already."""
    found: dict[Span, list[str]] = {}
    tellings: dict[Span, set[Telling]] = {}
    for entity, span, telling in event_words_of(store).find(reading.tokens, reading.words):
        if not any(span.overlaps(other) for other in taken) and not _is_attributive(span, reading):
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


def _with_place_and_year(mention: EventMention, reading: Reading) -> EventMention:
    """Take in a city before the name and a year before or after it."""
    start = mention.span.start
    before = next(
        (n for n in reading.names if n.span.end < start and _adjoins(reading, n.span.end, start)), None
    )
    if mention.series and before and before.of_kind(*PLACE_KINDS) and not before.alias_kinds() <= {"metonym"}:
        entities = before.ids(*PLACE_KINDS)
        place = Slot("place", before.span, before.text, entities)
        mention = replace(mention, span=Span(before.span.start, mention.span.end), place=place)
    if not mention.series:
        return mention
    return (
        _with_year_inside(mention, reading)
        or _with_year_before(mention, reading)
        or _with_year_after(mention, reading)
        or mention
    )


def _adjoins(reading: Reading, left: int, right: int) -> bool:
    return bool(_GAP_TO_NAME.match(reading.between(left, right)))


def _with_year_inside(mention: EventMention, reading: Reading) -> EventMention | None:
    """The year of a name that holds one: "2022 Winter Olympics", "Tokyo 2020"."""
    match = _YEAR_INSIDE.search(reading.between(mention.name.start, mention.name.end))
    if match is None:
        return None
    start = mention.name.start + match.start()
    return replace(mention, year=int(match.group()), year_span=Span(start, start + 4))


def _with_year_before(mention: EventMention, reading: Reading) -> EventMention | None:
    token = reading.token_before(mention.span.start)
    if token is None or not _adjoins(reading, token.end, mention.span.start):
        return None
    match = _YEAR.fullmatch(reading.between(token.start, token.end))
    if match is None:
        return None
    year = Span(token.start, token.end)
    return replace(mention, span=Span(token.start, mention.span.end), year=int(match["year"]), year_span=year)


def _with_year_after(mention: EventMention, reading: Reading) -> EventMention | None:
    match = _YEAR_AFTER.match(reading.between(mention.span.end, reading.sentence.span.end))
    if match is None:
        return None
    start = mention.span.end + match.start("year")
    year = Span(start, start + 4)
    return replace(mention, span=Span(mention.span.start, year.end), year=int(match["year"]), year_span=year)


_ATTRIBUTIVE = re.compile(
    r"^(?:-\w|–(?:era|style|type|themed|related)\b|['’]?s?\s+(?:era|veterans?|memorials?|museums?|movies?|films?|series|anniversary|commemorations?|survivors?"
    r"|victims?|hero(?:es)?|documentar(?:y|ies)|novels?|books?|history|monuments?|bombers?|planes?|tanks?|ships?)\b)",
    re.IGNORECASE,
)


def _is_attributive(span: Span, reading: Reading) -> bool:
    """Whether the name only describes what follows: "a World War II-era bomber"."""
    return bool(_ATTRIBUTIVE.match(reading.between(span.end, reading.sentence.span.end)))


def _is_blocked(mention: EventMention, reading: Reading, store: Store) -> bool:
    """Whether the word before or after says that something else is spoken of (trials, Youth ...)."""
    series = [store.series[s] for s in mention.series if s in store.series]
    before, after = reading.token_before(mention.span.start), reading.token_after(mention.span.end)
    inner = reading.token_before(mention.name.start)
    return any(_blocks(series_row, before, inner, after) for series_row in series)


def _blocks(series: Series, before: Token | None, inner: Token | None, after: Token | None) -> bool:
    return (
        (before is not None and before.key in series.blocked_before)
        or (inner is not None and inner.key in series.blocked_before)
        or (after is not None and after.key in series.blocked_after)
    )


def _lacks_context(mention: EventMention, reading: Reading, store: Store) -> bool:
    """Whether the article has none of the words without which the name may mean another series ("COP16")."""
    rows = [store.series[s] for s in mention.series if s in store.series]
    lacking = bool(rows) and not any(row.suits(reading.article_words) for row in rows)
    return lacking and not _is_news(mention, reading, store)


NEWS_DAYS = 400
"""An edition named by its number within so many days of the article's date is the one in the news."""


def _is_news(mention: EventMention, reading: Reading, store: Store) -> bool:
    """Whether the one edition that the name stands for took place around the article's date."""
    published = reading.article.published
    if published is None or len(mention.entities) != 1 or not mention.entities[0].startswith("edition/"):
        return False
    starts = [f.valid.start for f in store.facts(mention.entities[0], "took_place") if f.valid]
    return any(start and abs((published - start).days) <= NEWS_DAYS for start in starts)


def _has_unknown_modifier(mention: EventMention, reading: Reading) -> bool:
    """Whether a capitalised word that we cannot place stands right before: "Special Olympics"."""
    token = reading.token_before(mention.span.start)
    if token is None or not token.capital or not _adjoins(reading, token.end, mention.span.start):
        return False
    if token.start == reading.sentence.span.start or token.key in ("the", "a", "an", "at", "in", "us"):
        return False
    return not any(name.span.end == token.end for name in reading.names)


class HeadIndex:
    """The nouns and verbs by which events are described: "invasion", "invaded"."""

    def __init__(self, store: Store) -> None:
        self._nouns = {wording: head for head, wording in store.wordings("event_heads") if " " not in wording}
        self._acts = {wording: head for head, wording in store.wordings("event_acts")}
        self.acts = frozenset(self._acts.values())
        self.words = self._nouns.keys() | self._acts.keys()

    def noun(self, word: str) -> str | None:
        """The head a noun stands for: "incursion" for ``invasion``."""
        return self._nouns.get(word)

    def act(self, word: str) -> str | None:
        """The head a verb stands for: "invaded" for ``invasion``."""
        return self._acts.get(word)


def _described(token: Token, reading: Reading, heads: HeadIndex) -> EventMention | None:
    """A head noun with somebody who takes part, before it or after "of"; or its verb with who did or suffered it."""
    noun, act = heads.noun(token.key), heads.act(token.key)
    head = noun or act
    if head is None:
        return None
    owns, follows = (_OWNS, _OF) if noun else (_DOES, _SUFFERS)
    kinds = ("person",) if head in LIFE_HEADS else PARTICIPANT_KINDS
    parties = [n for n in reading.names if n.of_kind(*kinds)]
    before = [n for n in parties if owns.match(reading.between(n.span.end, token.start))]
    after = [n for n in parties if follows.match(reading.between(token.end, n.span.start))]
    if not before and not after:
        return None
    parts = tuple(dict.fromkeys(s.entity for n in (*before, *after) for s in n.of_kind(*kinds)))
    span = Span(
        min([token.start, *(n.span.start for n in before)]), max([token.end, *(n.span.end for n in after)])
    )
    return EventMention(span, span, head=head, participants=parts, begun=noun is None, act=head in heads.acts)


_OWNS = re.compile(r"^(?:['’]s?)?\s(?:\w+\s){0,1}$")
_DOES = re.compile(
    r"^,?\s(?:(?:who|which|that)\s)?(?:(?:was|were|is|had|has|been|first|fully|illegally|formally)\s){0,3}$"
)
_SUFFERS = re.compile(r"^\s(?:the\s)?$")
