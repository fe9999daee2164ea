"""Shape *office*: a person and the office the text gives them."""

import re
from collections.abc import Callable, Iterator

from claims.extracting.background import Background
from claims.extracting.claiming import make_claim
from claims.extracting.mentions import Reading
from claims.extracting.titles import TitleMention
from claims.records import Claim, EntityMention, Shape, Slot, Span, TimeMention

_TITLE_THEN_PERSON = re.compile(r"^(?:,|\.)?\s$")
_APPOSITION = re.compile(
    r"^,\s+(?:who\s+is\s+(?:still\s+|now\s+|also\s+)?(?:(?:the|a|an)\s+)?|(?:(?:who\s+was\s+)?(?:the|a|an)\s+)?)(?:country['’]s\s+)?$",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"^\s+(?P<verb>is|was|has\s+been|became|remains|served\s+as|serves\s+as|took\s+office\s+as|took\s+over\s+as|was\s+sworn\s+in\s+as|was\s+inaugurated\s+as|is\s+now)\s+(?:still\s+)?(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"^\s+(?:says|is|has|will|wants|plans|warns|insists|remains|hopes|faces|are|have)\b")
_ACTS = re.compile(
    r"^\s+(?:also\s+|has\s+|have\s+)?(?:said|told|met|spoke|gave|made|took|held|wrote|went|left|\w+ed)\b"
)
_SAYS = re.compile(r"^,?\s+(?:also\s+)?(?:said|told|says|tweeted|tells)\b")
_SAID_BY = re.compile(r"[,?!][”\"’']\s(?:said|says|tweeted)\s(?:the\s)?$")
_MEETS = re.compile(
    r"\b(?:(?:meet|meets|meeting|meetings|met|talks|talked|call|calls|conversation|conversations|spoke|speaks|speaking|working|works|summit"
    r"|negotiations|negotiating)\s(?:\w+\s)?with|met|meets|told|tells|informed|urged|hosted|welcomed|joined\sby|alongside|next\sto)\s(?:the\s)?$"
)
_COURTESY = frozenset(("mr", "mrs", "ms", "dr", "sir", "lady", "lord", "sen", "rep", "gov", "gen", "prof"))
_RECENT = frozenset(("day",))
RECENT_DAYS = 31
"""A sentence with a time this near the article's date tells of the present."""


def read_offices(
    reading: Reading, titles: list[TitleMention], background: Callable[[], Background]
) -> Iterator[Claim]:
    """A claim for each title tied to a person the store knows.

    ``background`` is asked only where there is one.
    """
    for title in titles:
        if title.effect in ("other", "future"):
            continue
        person, span, cue = _person(reading, title)
        if person is not None and span is not None:
            yield _claim(reading, title, person, (span, cue), background())


def _person(reading: Reading, title: TitleMention) -> tuple[EntityMention | None, Span | None, str]:
    """The person a title belongs to, the span of both, and how they are tied.

    A name right after the title has the first claim to it: in "Emmanuel Macron, German Chancellor
    Angela Merkel" the title is hers.
    """
    persons = [
        name for name in reading.names if name.of_kind("person") and _stands_alone(reading, name, title)
    ]
    for name in persons:
        if _is_in_name(title, name):
            return name, name.span, "title"
        gap = reading.between(title.span.end, name.span.start)
        if _TITLE_THEN_PERSON.match(gap) and _is_titled(reading, title, name, gap):
            return name, Span(title.span.start, name.span.end), "title"
    if _names_somebody(reading, title) or not _is_whole(reading, title):
        return None, None, ""
    for name in persons:
        gap = reading.between(name.span.end, title.span.start)
        if gap and _APPOSITION.match(gap) and not _goes_on_with_two(reading, name, title):
            return name, Span(name.span.start, title.span.end), "apposition"
        copula = _COPULA.match(gap) if gap else None
        if copula:
            verb = copula["verb"].casefold()
            return (
                name,
                Span(name.span.start, title.span.end),
                "is" if verb in ("is", "remains", "is now") else "was",
            )
    return None, None, ""


def _is_in_name(title: TitleMention, name: EntityMention) -> bool:
    """Whether a title opens the name itself: "Pope Francis"."""
    return title.span.start == name.span.start and title.span.end < name.span.end


def _is_titled(reading: Reading, title: TitleMention, name: EntityMention, gap: str) -> bool:
    """ "President Xi"; "its president, Mario Draghi, said", but not "as governor, Pence oversaw"."""
    if "," not in gap:
        return title.capital or bool(title.jurisdictions)
    closing = reading.between(name.span.end, reading.sentence.span.end)[:1]
    return closing in (",", ".", ";", ")", "") and not name.alias_kinds() <= {"surname"}


_TWO = re.compile(r"[A-Z][\w’'-]*\s(?:and|or)\s(?:[A-Z][\w.’'-]*\s)*$")
_TWO_MORE = re.compile(r"^\s(?:and|or)\s(?:the|an?)\s")


def _goes_on_with_two(reading: Reading, name: EntityMention, title: TitleMention) -> bool:
    """Whether two are named and two described, so that the title may be the other's: "Ng and Roe, the former mayor and the judge"."""
    before = reading.between(reading.sentence.span.start, name.span.start)
    after = reading.between(title.span.end, reading.sentence.span.end)
    return bool(_TWO.search(before) and _TWO_MORE.match(after))


_AFTER_WHOLE = re.compile(
    r"^(?:$|[^\w\s-]|\s+(?:of|and|or|but|in|at|on|from|since|until|for|who|when|while|after|before|during|with|to|by|was|is|has|had|said|told|as)\b)"
)


def _is_whole(reading: Reading, title: TitleMention) -> bool:
    """Whether the title ends where we think: not "chief judge", not "the president's rival"."""
    return bool(
        _AFTER_WHOLE.match(reading.between(title.span.end, reading.sentence.span.end))
    ) and not reading.between(title.span.end, title.span.end + 2).startswith(("’s", "'s"))


def _names_somebody(reading: Reading, title: TitleMention) -> bool:
    """Whether a capitalised name that the store does not know follows the title."""
    after = reading.token_after(title.span.end)
    return after is not None and after.capital and reading.between(title.span.end, after.start) == " "


def _stands_alone(reading: Reading, name: EntityMention, title: TitleMention) -> bool:
    """Whether the name is no part of a longer one: "Donald Trump Jr.", "Clinton Foundation"."""
    after = reading.token_after(name.span.end)
    if after is not None and after.capital and reading.between(name.span.end, after.start) in (" ", "-"):
        return False
    return not name.alias_kinds() <= {"surname"} or not _follows_first_name(reading, name, title)


def _follows_first_name(reading: Reading, name: EntityMention, title: TitleMention) -> bool:
    """Whether a capitalised word that is no title stands before a surname: "Terrence Martin"."""
    before = reading.token_before(name.span.start)
    if (
        before is None
        or not before.capital
        or reading.between(before.end, name.span.start) not in (" ", ". ")
    ):
        return False
    return before.key not in _COURTESY and before.end != title.span.end


def _claim(
    reading: Reading,
    title: TitleMention,
    person: EntityMention,
    tied: tuple[Span, str],
    background: Background,
) -> Claim:
    text = reading.article.text
    span, tie = tied
    land = _country_behind(reading, title, span) if tie == "title" else None
    span = Span(span.start, land.span.end) if land else span
    slots = [
        Slot("office", title.span, title.span.of(text), title.titles),
        Slot("holder", span, span.of(text), person.ids("person")),
        Slot("person", person.span, person.text, person.ids("person")),
        *_times(reading, "time" if tie in ("is", "was") else "nearby"),
        *background.times,
        *(slot for slot in background.people if not slot.span.overlaps(span)),
    ]
    if title.jurisdictions:
        slots.append(Slot("jurisdiction", title.span, title.span.of(text), title.jurisdictions))
    elif land:
        slots.append(Slot("jurisdiction", land.span, land.text, land.ids("country")))
    cues = {tie, f"effect:{title.effect}"} | _tense(reading, person) | _heard(reading, span)
    if person.alias_kinds() <= {"surname"}:
        cues.add("surname")
    if background.narrative:
        cues.add("narrative")
    presupposed = tie in ("title", "apposition")
    return make_claim(reading, Shape.OFFICE, "held_by", "holder", slots, cues, presupposed=presupposed)


_OF = re.compile(r"^\sof\s(?:the\s)?$")
LEADERS = frozenset(("title/president", "title/prime-minister", "title/chancellor", "title/foreign-minister"))
"""Titles behind whose holder a country says of which: kings and queens have several."""


def _country_behind(reading: Reading, title: TitleMention, span: Span) -> EntityMention | None:
    """The country that follows a titled person: "President Nicolás Maduro of Venezuela"."""
    if title.jurisdictions or not LEADERS.intersection(title.titles):
        return None
    return next(
        (
            name
            for name in reading.names
            if _OF.match(reading.between(span.end, name.span.start))
            and len(name.senses) == len(name.of_kind("country"))
            and not name.alias_kinds() & {"demonym", "metonym"}
            and len(name.ids("country")) == 1
        ),
        None,
    )


def _times(reading: Reading, name: str) -> list[Slot]:
    """The times of the sentence: a verb ties them to an office, a title before a name does not."""
    return [Slot.of_time(time, name) for time in reading.times]


def _tense(reading: Reading, person: EntityMention) -> set[str]:
    """The cue ``present`` where the sentence tells of the days around the article's date.

    ``recent`` is added where it names one of them, ``acts`` where a verb of saying or doing follows the person, and
    ``says`` where it is one by which news quotes those it has just heard.
    """
    recent = any(_is_recent(time, reading) for time in reading.times)
    following = reading.between(person.span.end, reading.sentence.span.end)
    cues = {"present"} if recent or _PRESENT.match(following) else set()
    verbs = {cue for cue, verb in (("acts", _ACTS), ("says", _SAYS)) if verb.match(following)}
    return cues | verbs | ({"recent"} if recent else set())


def _heard(reading: Reading, span: Span) -> set[str]:
    """The cue ``says`` where a quotation is ascribed to the person, ``meets`` where others speak or meet with them."""
    before = reading.between(reading.sentence.span.start, span.start)
    return {cue for cue, verb in (("says", _SAID_BY), ("meets", _MEETS)) if verb.search(before)}


def _is_recent(time: TimeMention, reading: Reading) -> bool:
    published = reading.article.published
    if published is None or not time.readings or not time.relative:
        return False
    start = time.readings[0].start
    precise = time.readings[0].precision.value in _RECENT
    return precise and start is not None and abs((published - start).days) <= RECENT_DAYS
