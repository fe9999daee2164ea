"""The slots that a worded relation fills: subject, value, holder, place and jurisdiction."""

from claims.extracting.compile_phrase import subject_kinds
from claims.extracting.event_mentions import EventMention
from claims.extracting.mask import Item, Masked
from claims.extracting.mentions import Reading
from claims.extracting.name_parts import is_part, owns
from claims.extracting.open_time import open_time
from claims.extracting.phrasings import Match, Phrasing
from claims.extracting.titles import TitleMention
from claims.records import EntityMention, Quantity, Slot, Span, TimeMention
from claims.values.quantities.mention import QuantityMention


def read_value(match: Match, masked: Masked, reading: Reading) -> Slot | None:
    """The slot of what is said, or None where it cannot be that: no age, part of a longer name."""
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
    stray = is_part(item, reading) or owns(item, match.phrasing, reading)
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


def read_subject(item: Item, phrasing: Phrasing) -> Slot:
    """The slot of what it is said of, with the entities of the kinds that the wording asks for."""
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


def read_holder(match: Match, masked: Masked) -> list[Slot]:
    """The slots of whoever holds it: one, two for an office with its country, none where nobody is named."""
    item = item_of(match, "holder", masked)
    if item is not None and isinstance(item.mention, TitleMention):
        return [Slot("holder", item.span, "", item.mention.titles), *jurisdiction_of(item)]
    if item is None or not isinstance(item.mention, EntityMention):
        return []
    return [Slot("holder", item.span, item.mention.text, item.mention.ids(*_HOLDERS))]


def place_of(item: Item) -> list[Slot]:
    """The place of an event, or nothing."""
    mention = item.mention
    return [mention.place] if isinstance(mention, EventMention) and mention.place else []


def jurisdiction_of(item: Item) -> list[Slot]:
    """The country or body of an office, or nothing."""
    mention = item.mention
    if isinstance(mention, TitleMention) and mention.jurisdictions:
        return [Slot("jurisdiction", item.span, "", mention.jurisdictions)]
    return []


def item_of(match: Match, role: str, masked: Masked) -> Item | None:
    """What fills a role of the wording (``subject``, ``value``, ``holder``), or None."""
    return masked.items[match.items[role]] if role in match.items else None


def name_cues(item: Item | None, role: str) -> set[str]:
    """What weakens a name (``surname`` alone, ``weak``), and the year of an edition."""
    mention = item.mention if item else None
    if isinstance(mention, EntityMention):
        kinds = mention.alias_kinds()
        return {f"{role}:{kind}" for kind in ("surname", "weak", "generic") if kinds <= {kind}}
    if isinstance(mention, EventMention):
        return ({"weak"} if mention.weak else set()) | ({f"year:{mention.year}"} if mention.year else set())
    return set()
