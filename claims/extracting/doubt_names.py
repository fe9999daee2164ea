"""Names of events that mean something else, or may: "World War II-era", "the Youth Olympics", "COP16"."""

import re

from claims.extracting.event_mentions import EventMention
from claims.extracting.event_years import adjoins
from claims.extracting.mentions import Reading
from claims.records import Span
from claims.store.open import Store
from claims.store.series import Series
from claims.values.names import Token

_ATTRIBUTIVE = re.compile(
    r"^(?:-\w|–(?:era|style|type|themed|related)\b|['’]?s?\s+(?:era|veterans?|memorials?|museums?|movies?|films?|series|anniversary|commemorations?|survivors?"
    r"|victims?|hero(?:es)?|documentar(?:y|ies)|novels?|books?|history|monuments?|bombers?|planes?|tanks?|ships?)\b)",
    re.IGNORECASE,
)


def is_attributive(span: Span, reading: Reading) -> bool:
    """Whether the name only describes what follows: "a World War II-era bomber"."""
    return bool(_ATTRIBUTIVE.match(reading.between(span.end, reading.sentence.span.end)))


def is_blocked(mention: EventMention, reading: Reading, store: Store) -> bool:
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


def lacks_context(mention: EventMention, reading: Reading, store: Store) -> bool:
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


def has_unknown_modifier(mention: EventMention, reading: Reading) -> bool:
    """Whether a capitalised word that we cannot place stands right before: "Special Olympics"."""
    token = reading.token_before(mention.span.start)
    if token is None or not token.capital or not adjoins(reading, token.end, mention.span.start):
        return False
    if token.start == reading.sentence.span.start or token.key in ("the", "a", "an", "at", "in", "us"):
        return False
    dated = any(time.span.start <= token.start < time.span.end for time in reading.times)
    return not dated and not any(name.span.end == token.end for name in reading.names)
