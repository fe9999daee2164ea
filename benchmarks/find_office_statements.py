"""Sentences -> statements of who holds an office: title and full name, mostly with the country before or after."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from claims.records import Fact
from find_people import PERSON, find_person
from known_names import UNITED_STATES, KnownNames
from statement import Passage, Statement

FAR = timedelta(days=90)
"""A predecessor counts as wrong only so long after the end of the term."""
FORMER = 2
"""How many holders before a writer is taken to confuse with the present one."""
OTHER_TITLES = ("President", "Prime Minister", "Chancellor", "Foreign Minister", "Finance Minister")
COURTESY = ("President", "Vice President")
"""Titles that people keep, so that without a country a former holder is no error."""
IN_THE_NEWS = frozenset(
    f"country/{name}"
    for name in (
        "australia", "brazil", "canada", "china", "france", "germany", "greece", "hungary", "india", "iran", "israel", "italy",
        "japan", "mexico", "poland", "russia", "south-korea", "spain", "turkey", "ukraine", "united-kingdom", "united-states",
    )
)  # fmt: skip
STATE = r"(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
GOVERNOR = re.compile(rf"\b{STATE} (?:Gov\.|Governor) {PERSON}")


def find_office_statements(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """Holders at the article's date, their country and their title."""
    if passage.published is None:
        return
    patterns = _patterns(known)
    for match in patterns[0].finditer(passage.text):
        word = match["country"].removesuffix("'s").removesuffix("’s")
        country = known.demonyms.get(word) or known.countries.get(word)
        yield from _titled(match, country, passage, known)
    for match in patterns[1].finditer(passage.text):
        yield from _titled(match, known.countries.get(match["country"]), passage, known)
    for match in patterns[2].finditer(passage.text):
        if not re.search(
            r"(?:[A-Z][\w’']+|[Ff]ormer|[Tt]hen|[Dd]eputy|[Aa]cting|[Vv]ice)[ -]$",
            passage.text[: match.start()],
        ):
            yield from _titled(match, UNITED_STATES, passage, known)
    yield from _governors(passage, known)


@lru_cache(maxsize=4)
def _patterns(known: KnownNames) -> tuple[re.Pattern[str], ...]:
    countries = _any_of([*known.demonyms, *known.countries])
    titles = f"(?P<title>{_any_of(known.office_wordings)})"
    return (
        re.compile(rf"\b(?P<country>{countries}(?:['’]s)?) {titles} {PERSON}"),
        re.compile(rf"\b{titles} {PERSON} of (?P<country>{_any_of(known.countries)})\b"),
        re.compile(rf"(?<![\w-]){titles} {PERSON}"),
    )


def _any_of(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


def _titled(
    match: re.Match[str], country: str | None, passage: Passage, known: KnownNames
) -> Iterator[Statement]:
    title, only = known.office_wordings[match["title"]]
    office = known.office(title, country) if country and only in ("", country) else None
    person, end = find_person(match["person"], known)
    if office is None or person is None or passage.published is None:
        return
    if not _holds(known.holders(office), person, passage.published):
        return
    span = passage.span(match.start("person"), match.start("person") + end)
    names = (match["person"][:end], match["person"][:end].rpartition(" ")[2])
    former = _former(known.holders(office), person, passage.published, known)
    named = "country" in match.re.groupindex
    if former and (named or match["title"] not in COURTESY):
        kind = "holder of an office" if named else "holder of an American office, no country said"
        yield Statement("office", kind, span, names, former)
    if named:
        yield from _other_country(match, country, (title, person), passage, known)
        yield from _other_title(match, str(country), person, passage, known)


def _other_country(
    match: re.Match[str], country: str | None, held: tuple[str, str], passage: Passage, known: KnownNames
) -> Iterator[Statement]:
    """Another country that has such an office, held by another that day; one often in the news."""
    word = match["country"].removesuffix("'s").removesuffix("’s")
    before = match.start("country") < match.start("title")
    table = known.demonyms if before else {known.store.name(c): c for c in known.countries.values()}
    others = []
    for name, other in sorted(table.items()):
        office = known.office(held[0], other) if other != country and other in IN_THE_NEWS else None
        if office and passage.published and _anyone(known.holders(office), passage.published, held[1]):
            others.append(name)
    if others:
        first = match.start("country")
        span = passage.span(first, first + len(word))
        right = (
            word,
            known.store.name(str(country)),
            *(d for d, c in known.demonyms.items() if c == country),
        )
        yield Statement("office", "country of an office", span, right, tuple(others))


def _other_title(
    match: re.Match[str], country: str, person: str, passage: Passage, known: KnownNames
) -> Iterator[Statement]:
    """Another title of the same country that the person never held and another holds that day."""
    others = []
    for wording in OTHER_TITLES:
        office = known.office(known.office_wordings[wording][0], country)
        if office and passage.published and _anyone(known.holders(office), passage.published, person):
            others.append(wording)
    if others:
        span = passage.span(*match.span("title"))
        yield Statement("office", "title of a holder", span, (match["title"],), tuple(others))


def _anyone(holders: tuple[Fact, ...], day: date, person: str) -> bool:
    """Whether the store knows who held it that day, and it was another."""
    now = [f.value for f in holders if _covers(f, day)]
    return bool(now) and person not in {f.value for f in holders}


def _covers(fact: Fact, day: date) -> bool:
    valid = fact.valid
    if valid is None or (valid.start and day < valid.start) or (valid.end and day > valid.end):
        return False
    return valid.end is not None or fact.as_of is None or day <= fact.as_of


def _holds(holders: tuple[Fact, ...], person: str, day: date) -> bool:
    return any(f.value == person and _covers(f, day) for f in holders)


def _former(holders: tuple[Fact, ...], person: str, day: date, known: KnownNames) -> tuple[str, ...]:
    """Full names of the last two holders before, whose terms ended some months ago at least."""
    still = {f.value for f in holders if f.valid and (f.valid.end is None or f.valid.end >= day - FAR)}
    ends = {
        f.value: f.valid.end for f in holders if f.valid and f.valid.end and f.value not in still | {person}
    }
    latest = sorted(ends, key=lambda entity: (ends[entity], entity))[-FORMER:]
    names = (known.store.name(entity) for entity in latest)
    return tuple(name for name in names if " " in name and "(" not in name)


def _governors(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    for match in GOVERNOR.finditer(passage.text):
        title = "title/governor-of-" + match["state"].lower().replace(" ", "-")
        office = known.office(title, UNITED_STATES)
        person, end = find_person(match["person"], known)
        if (
            office
            and person
            and passage.published
            and _holds(known.holders(office), person, passage.published)
        ):
            former = _former(known.holders(office), person, passage.published, known)
            span = passage.span(match.start("person"), match.start("person") + end)
            if former:
                name = match["person"][:end]
                yield Statement(
                    "office", "governor of a state", span, (name, name.rpartition(" ")[2]), former
                )
