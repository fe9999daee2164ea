"""Claims of every predicate that is worded in ``vocabulary/phrasings.csv``: who, what, and since when."""

import re
from collections.abc import Iterator, Sequence

from claims.extracting.claiming import make_claim
from claims.extracting.compile_figure import words_of
from claims.extracting.compile_phrase import subject_kinds
from claims.extracting.event_mentions import EventMention
from claims.extracting.implied import ReadSentence, fill_implied
from claims.extracting.mask import NUMBER_KINDS, TIME_KINDS, Item, Masked, mask_sentence
from claims.extracting.mentions import Reading
from claims.extracting.open_time import open_time
from claims.extracting.phrasings import Match, Phrasing, PhrasingIndex
from claims.extracting.plain_words import is_plain_word
from claims.extracting.say_aside import says_aside
from claims.extracting.superlatives import is_narrowed
from claims.extracting.titles import TitleMention
from claims.records import Claim, EntityMention, Quantity, Shape, Slot, Span, TimeMention
from claims.values.names import Token
from claims.values.quantities.find_quantities import may_hold_quantity
from claims.values.quantities.mention import QuantityMention

TIME_BOUNDARIES = ("start", "end", "elected", "whole")
"""Wordings with one of these give a time of the fact, which is what is checked."""
PLAIN_KINDS = ("body", "element")
"""Kinds of subject of which the wordings themselves say that no namesake is meant."""
_BOUND = "bound"
"""The cue of a claim whose wording gives the time that its value is of."""
RECORD = "record"
"""The subject of counts of titles: a winner in a series; the text names both, and the series is read as the subject."""
TERM = "held_by"
"""The predicate whose boundaries make the shape *term* and not *office*."""


def read_relations(
    reading: Reading,
    events: Sequence[EventMention],
    titles: Sequence[TitleMention],
    index: PhrasingIndex,
    before: ReadSentence | None = None,
) -> Iterator[Claim]:
    """A claim for each wording found; of two that read the same value for the same predicate the one with its own time."""
    kinds = _kinds(reading, events, titles)
    phrasings = index.near(reading, kinds, kinds | _more_kinds(reading, events))
    if not phrasings:
        return
    masked = mask_sentence(reading, events, titles)
    found: dict[tuple[str, Span, Span], Claim] = {}
    here = ReadSentence(reading, events)
    for match in index.match(phrasings, masked):
        filled = fill_implied(match, masked, here, before)
        claim = _claim(*filled, reading) if filled else None
        if claim is None:
            continue
        key = (claim.predicate, claim.checked.span, claim.slots[0].span)
        if key not in found or _BOUND in claim.cues - found[key].cues:
            found[key] = claim
    yield from found.values()


def _kinds(
    reading: Reading, events: Sequence[EventMention], titles: Sequence[TitleMention]
) -> frozenset[str]:
    mentions = (*reading.names, *reading.anaphors)
    names = {sense.entity.partition("/")[0] for name in mentions for sense in name.senses}
    return frozenset(names | ({"office"} if titles else set()) | ({"edition"} if events else set()))


def _more_kinds(reading: Reading, events: Sequence[EventMention]) -> frozenset[str]:
    """Kinds of mark that a masked sentence may have beside those of entities; numbers are not yet read."""
    times = TIME_KINDS if reading.times else ()
    numbers = NUMBER_KINDS if may_hold_quantity(reading.sentence.text, reading.words) else ()
    return frozenset(("demonym", *times, *numbers, *(("event",) if events else ())))


def _claim(match: Match, masked: Masked, reading: Reading) -> Claim | None:
    phrasing = match.phrasing
    value = _value(match, masked, reading)
    if (
        value is None
        or "subject" not in match.items
        or _is_part(masked.items[match.items["subject"]], reading, words_of(phrasing.phrase))
    ):
        return None
    subject = masked.items[match.items["subject"]]
    dated = _item(match, "value", masked)
    if (
        is_narrowed(match, masked)
        or _is_anniversary(dated, reading)
        or _is_loosely_dated(dated, phrasing)
        or _is_nowadays(dated, reading)
        or _is_passive(match, masked, reading)
    ):
        return None
    aside = says_aside(phrasing, subject.span, value.span, reading)
    if aside is None:
        return None
    if (
        _is_another_office(subject, reading)
        or _is_dependent(subject, phrasing, reading)
        or _is_part_of_name(match, masked, reading)
    ):
        return None
    slots = [
        _subject(subject, phrasing),
        value,
        *_holder(match, masked),
        *_place_of(subject),
        *_jurisdiction(subject),
    ]
    bound = masked.items[match.items["time"]].mention if "time" in match.items else None
    cues = {f"predicate:{phrasing.predicate.name}"} | aside
    if isinstance(bound, TimeMention):
        if phrasing.boundary == "whole" and _is_day(bound):
            return None  # nobody's whole term: "he was with the president on Friday"
        slots.append(Slot.of_time(bound))
        cues |= {_BOUND, phrasing.boundary or "during", f"relation:{bound.relation}"}
    else:
        slots += [Slot.of_time(time) for time in reading.times if not time.span.overlaps(value.span)]
    if phrasing.boundary:
        cues.add(phrasing.boundary)
    if _is_spoken(_item(match, "value", masked), reading):
        cues.add(SPOKEN)
    checked = "time" if phrasing.boundary in TIME_BOUNDARIES else "value"
    if phrasing.predicate.subject_kind not in PLAIN_KINDS:
        cues |= _name_cues(subject, "subject")
    cues |= _name_cues(_item(match, "value", masked), "value")
    apposed = _is_apposed(phrasing, subject.span, value.span, reading)
    return make_claim(
        reading, _shape(phrasing), phrasing.predicate.name, checked, slots, cues, apposed=apposed
    )


_STANDING = frozenset((Shape.GEOGRAPHY, Shape.STATISTIC, Shape.COUNT))
_VERBS = re.compile(
    r"\b(?:is|was|are|were|be|been|being|has|have|had|will|would|who|which|that|became|becomes|remains|remained)\b|\w{3,}ed\b",
    re.IGNORECASE,
)


def _is_apposed(phrasing: Phrasing, subject: Span, value: Span, reading: Reading) -> bool:
    """Whether one names the other without a verb, whatever the sentence plans or supposes: "will meet in Quito, the capital of Ecuador"."""
    between = reading.between(min(subject.end, value.end), max(subject.start, value.start))
    return Shape(phrasing.predicate.shape) in _STANDING and "," in between and not _VERBS.search(between)


_WORDS_OF_ITS_OWN = re.compile(r"[a-z]{2}")
_SLOTS = re.compile(r"\[[^\]]*\]")


def _is_loosely_dated(value: Item | None, phrasing: Phrasing) -> bool:
    """Whether a relative time only stands beside a name: "last week's State of the Union" tells of no film's release."""
    relative = value is not None and isinstance(value.mention, TimeMention) and value.mention.relative
    return relative and _WORDS_OF_ITS_OWN.search(_SLOTS.sub("", phrasing.phrase)) is None


_NOWADAYS = re.compile(
    r",\s+(?:today|now)\s+(?:in|on|of|near|part|the|an?|called|known|belonging)\b", re.IGNORECASE
)


def _is_nowadays(value: Item | None, reading: Reading) -> bool:
    """Whether a time says what a place is by now: "born in Freiberg, today in the Czech Republic"."""
    if value is None or not isinstance(value.mention, TimeMention):
        return False
    return _NOWADAYS.match(reading.article.text, max(0, value.mention.span.start - 2)) is not None


def _is_day(time: TimeMention) -> bool:
    return any(reading.start is not None and reading.start == reading.end for reading in time.readings)


SPOKEN = "spoken"
"""The cue of a time told from the day on which somebody spoke, which need not be the article's: "he died this evening"."""


def _is_spoken(item: Item | None, reading: Reading) -> bool:
    if item is None or not isinstance(item.mention, TimeMention) or not item.mention.relative:
        return False
    return any(quote.covers(item.span) for quote in reading.quotes)


_AUXILIARY = re.compile(r"\b(?:was|were|is|are|been|being|be|and|who|not)\s+$", re.IGNORECASE)


def _is_passive(match: Match, masked: Masked, reading: Reading) -> bool:
    """Whether what looks like "born in Ulm, Albert Einstein" is the end of "she was born in Ulm, Albert Einstein said"."""
    phrase = match.phrasing.phrase
    if phrase.startswith("[") or not phrase.endswith(", [subject]"):
        return False
    return bool(_AUXILIARY.search(reading.between(reading.sentence.span.start, masked.origin(match.start))))


_THIS_DAY = re.compile(r"(?:this\s+(?:very\s+)?(?:day|week|month)|today)", re.IGNORECASE)
_IN_YEAR = re.compile(r"^,?\s(?:back\s)?in\s(?:1[89]|20)\d\d\b")


def _is_anniversary(item: Item | None, reading: Reading) -> bool:
    """Whether a day is that of the article in another year: "on this day in 1975"."""
    if item is None or not isinstance(item.mention, TimeMention):
        return False
    following = reading.between(item.span.end, reading.sentence.span.end)
    return bool(_THIS_DAY.fullmatch(item.mention.text) and _IN_YEAR.match(following))


_OF_SOMETHING = re.compile(r"^\s(?:of|at|for)\s")


def _is_another_office(item: Item, reading: Reading) -> bool:
    """Whether a title is held for a time only, or belongs to something we cannot name ("president of the club")."""
    mention = item.mention
    if not isinstance(mention, TitleMention):
        return False
    following = reading.between(item.span.end, reading.sentence.span.end)
    return mention.effect == "acting" or (not mention.jurisdictions and bool(_OF_SOMETHING.match(following)))


_DEPENDENT_KINDS = frozenset(("person", "org", "work"))
_COPIES = re.compile(
    r"\b(?:editions?|sales|cop(?:y|ies)|prints?|manuscripts?|fans?|readers?)\s+$", re.IGNORECASE
)
"""Of whose work the same is said: copies of a novel were written by whoever wrote the novel."""
_OF = re.compile(r"\bof(?:\s+(?:the|a|an|late|former|then|[A-Z][\w.]*)){0,4}\s+$")


def _is_dependent(item: Item, phrasing: Phrasing, reading: Reading) -> bool:
    """Whether what is said is said of somebody's or something's part: "the father of Barack Obama was born"."""
    if not phrasing.phrase.startswith("[subject] ") or phrasing.phrase.startswith(
        ("[subject] 's", "[subject] , whose")
    ):
        return False
    before = reading.between(reading.sentence.span.start, item.span.start)
    found = _OF.search(before)
    if phrasing.predicate.subject_kind not in _DEPENDENT_KINDS or found is None:
        return False
    related = _WHO.match(reading.between(item.span.end, reading.sentence.span.end))
    return not (_COPIES.search(before[: found.start()]) or (related and _HIS.search(before[: found.start()])))


_WHO = re.compile(r",\swho\s")
_HIS = re.compile(
    r"\b(?:death|birth|murder|assassination|funeral|life|works|plays|novels|music|paintings|legacy|reign|rule)\s+$",
    re.IGNORECASE,
)
"""Of whom more is told behind what is no person: "the death of William Shakespeare, who was born"."""


def _shape(phrasing: Phrasing) -> Shape:
    if phrasing.boundary in TIME_BOUNDARIES and phrasing.predicate.name == TERM:
        return Shape.TERM
    return Shape(phrasing.predicate.shape)


def _value(match: Match, masked: Masked, reading: Reading) -> Slot | None:
    if match.text is not None:
        span = Span(*(masked.origin(position) for position in match.text))
        return Slot("value", span, span.of(reading.article.text))
    item = masked.items[match.items["value"]]
    if isinstance(item.mention, TimeMention):
        return open_time(Slot.of_time(item.mention, "value"), match.phrasing.boundary)
    if isinstance(item.mention, QuantityMention):
        if match.phrasing.predicate.policy == AGE and not _may_be_age(item.mention):
            return None
        return _quantity(item, match.phrasing.boundary == "negative", reading)
    stray = _is_part(item, reading) or _owns(item, match.phrasing, reading)
    if isinstance(item.mention, EntityMention) and not stray:
        return Slot("value", item.span, item.mention.text, _meant(item.mention))
    return None


def _meant(name: EntityMention) -> tuple[str, ...]:
    """What a value may be: "Berlin" as a place of birth is no name for Germany."""
    plain = tuple(dict.fromkeys(s.entity for s in name.senses if s.alias_kind != "metonym"))
    return plain or tuple(dict.fromkeys(s.entity for s in name.senses))


AGE = "age"
"""The policy of predicates whose value is somebody's age."""
OLDEST = 125
"""Years; nobody is known to have lived longer."""


def _may_be_age(mention: QuantityMention) -> bool:
    """Whether a number may be that of somebody's years: no amount of money, no count of something."""
    return mention.unit in ("", "year") and all(0 <= value <= OLDEST for value in mention.stated)


def _quantity(item: Item, negative: bool, reading: Reading) -> Slot:
    """A number; below zero where the wording says so ("shrank by 2 percent")."""
    mention = item.mention
    assert isinstance(mention, QuantityMention)
    stated, low, high = mention.stated, mention.low, mention.high
    if negative:
        stated = tuple(-value for value in stated)
        low, high = (None if high is None else -high, None if low is None else -low)
    unit = f"/{mention.per}" if mention.per and not mention.unit else mention.unit
    quantity = Quantity(stated, low, high, unit, mention.kind.value, mention.also, mention.rounding)
    return Slot("value", item.span, item.span.of(reading.article.text), quantity=quantity)


def _subject(item: Item, phrasing: Phrasing) -> Slot:
    mention = item.mention
    if isinstance(mention, EntityMention):
        kinds = subject_kinds(phrasing.phrase, phrasing.predicate)
        return Slot("subject", item.span, mention.text, mention.ids(*kinds))
    if isinstance(mention, EventMention):
        year = str(mention.year) if mention.year else ""
        return Slot("subject", item.span, year, mention.entities or mention.series)
    if isinstance(mention, TitleMention):
        return Slot("subject", item.span, "", mention.titles)
    return Slot("subject", item.span, "")


_HOLDERS = ("person", "country", "org")


def _is_part_of_name(match: Match, masked: Masked, reading: Reading) -> bool:
    """Whether the holder of titles is only part of a longer name."""
    item = _item(match, "holder", masked)
    return item is not None and match.phrasing.predicate.subject_kind == RECORD and _is_part(item, reading)


def _holder(match: Match, masked: Masked) -> list[Slot]:
    item = _item(match, "holder", masked)
    if item is not None and isinstance(item.mention, TitleMention):
        return [Slot("holder", item.span, "", item.mention.titles), *_jurisdiction(item)]
    if item is None or not isinstance(item.mention, EntityMention):
        return []
    return [Slot("holder", item.span, item.mention.text, item.mention.ids(*_HOLDERS))]


def _place_of(item: Item) -> list[Slot]:
    mention = item.mention
    return [mention.place] if isinstance(mention, EventMention) and mention.place else []


def _jurisdiction(item: Item) -> list[Slot]:
    mention = item.mention
    if isinstance(mention, TitleMention) and mention.jurisdictions:
        return [Slot("jurisdiction", item.span, "", mention.jurisdictions)]
    return []


def _item(match: Match, role: str, masked: Masked) -> Item | None:
    return masked.items[match.items[role]] if role in match.items else None


def _name_cues(item: Item | None, role: str) -> set[str]:
    """What weakens a name (``surname`` alone, ``weak``), and the year of an edition."""
    mention = item.mention if item else None
    if isinstance(mention, EntityMention):
        kinds = mention.alias_kinds()
        return {f"{role}:{kind}" for kind in ("surname", "weak", "generic") if kinds <= {kind}}
    if isinstance(mention, EventMention):
        return ({"weak"} if mention.weak else set()) | ({f"year:{mention.year}"} if mention.year else set())
    return set()


_OWNER = re.compile(r"\[value[^\]]*\] 's")


def _owns(item: Item, phrasing: Phrasing, reading: Reading) -> bool:
    """Whether a value is only whose something is ("a member of NATO's planning group"), which its wording does not ask."""
    if _OWNER.search(phrasing.phrase):
        return False
    return reading.between(item.span.end, item.span.end + 2) in ("'s", "’s")


def _is_part(item: Item, reading: Reading, wording: frozenset[str] = frozenset()) -> bool:
    """Whether a name is only part of a longer one that the store does not know: "Paris Hilton", "New York Times".

    Words of the wording are no part of it: "Algeria GDP per capita".
    """
    if not isinstance(item.mention, EntityMention):
        return False
    after = reading.token_after(item.span.end)
    if (
        after is not None
        and after.capital
        and after.key not in wording
        and reading.between(item.span.end, after.start) in (" ", "-")
    ):
        return True
    before = reading.token_before(item.span.start)
    if before is None or not before.capital:
        return False
    if before.start == reading.sentence.span.start and not _is_first_name(before, item.mention, reading):
        return False
    return reading.between(before.end, item.span.start) in (" ", "-", ". ") and before.key not in _TITLES


def _is_first_name(token: Token, name: EntityMention, reading: Reading) -> bool:
    """Whether the first word of a sentence is no common one and stands before a surname: "Taylor Harris"."""
    in_time = any(time.span.start <= token.start < time.span.end for time in reading.times)
    return name.alias_kinds() <= {"surname"} and not in_time and not is_plain_word(token.key)


_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lady",
        "lord",
        "the",
        "in",
        "president",
        "prime",
        "minister",
        "chancellor",
        "king",
        "queen",
        "pope",
        "saint",
        "prince",
        "princess",
    )
)
