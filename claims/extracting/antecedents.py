"""Who or what a word points back to: only what is left as the one reading."""

import re
from collections.abc import Sequence

from claims.extracting.mentions import Reading
from claims.records import Span


def find_antecedents(
    kind: str,
    span: Span,
    reading: Reading,
    before: Reading | None,
    count: int = 1,
    events: Sequence[Span] = (),
) -> tuple[tuple[str, ...], ...]:
    """The entities that ``count`` names of the kind stand for, each with its senses, in text order.

    Kinds are parted by ``|``. The names stand before the span in its sentence, or else in the sentence before; () where more or fewer are named
    there, but for ``events``, or where somebody may be meant whom the store does not know: whoever "him" is in "Mr. Obama nominated him", it is not Mr. Obama.
    """
    inside = _named(kind.split("|"), reading, span.start)
    aside = _described(before) if before and kind == "person" and not inside else None
    earlier = _named(kind.split("|"), before, aside=aside) if before else ()
    meant = inside or earlier
    unknown = _names_unknown(reading, span.start, events=events) or (
        not inside and before and _names_unknown(before, aside=aside, events=events)
    )
    other = kind == "person" and _ANOTHER in (reading if inside else before or reading).words
    return meant if len(meant) == count and not (unknown or other) else ()


_ASIDE = re.compile(
    r",\s(?:the|an?|who|whose)\s[^;.:“”\"]*?,\s(?=(?:has|have|had|was|is|will|would|did|died|said|told|became|won|left|took|\w+ed)\b)"
)
"""What is said of somebody between the name and its verb: ", the actress who played Princess Leia, died"."""


def _described(reading: Reading) -> Span | None:
    """Where the person whom a sentence begins with is described: whoever is named there is not its subject."""
    first = next((name for name in reading.names if name.of_kind("person")), None)
    if first is None or first.span.start != reading.sentence.span.start:
        return None
    aside = _ASIDE.match(reading.between(first.span.end, reading.sentence.span.end))
    return Span(first.span.end, first.span.end + aside.end()) if aside else None


def _named(
    kinds: list[str], reading: Reading, until: int | None = None, aside: Span | None = None
) -> tuple[tuple[str, ...], ...]:
    """What the names of a kind stand for, each once, in text order; none of those in ``aside``."""
    names = (
        name
        for name in reading.names
        if (until is None or name.span.end <= until) and not (aside and aside.covers(name.span))
    )
    return tuple(dict.fromkeys(ids for name in names if (ids := name.ids(*kinds))))


def _names_unknown(
    reading: Reading, until: int | None = None, aside: Span | None = None, events: Sequence[Span] = ()
) -> bool:
    """Whether a capitalised word that is in no mention stands in the sentence: perhaps who is pointed back to."""
    known = [*(name.span for name in reading.names), *(time.span for time in reading.times), *events]
    return any(
        token.capital
        and token.start > reading.sentence.span.start
        and (until is None or token.end <= until)
        and token.key not in _NO_NAMES
        and not (aside and aside.start <= token.start < aside.end)
        and not any(span.start <= token.start < span.end for span in known)
        and not _PLACED.search(reading.between(reading.sentence.span.start, token.start))
        for token in reading.tokens
    )


_ANOTHER = "him"
"""Never the subject of its own clause; "her" may be a possessive, and "himself" is the subject."""
_PLACED = re.compile(r"\b(?:in|at|from|near|of)\s+$")
"""A name after one of these is that of a place."""
_NO_NAMES = frozenset(
    ("i", "mr", "mrs", "ms", "dr", "president", "prime", "minister", "chancellor", "the", "he", "she", "it")
)
