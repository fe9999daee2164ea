"""The final that a sentence tells by its day: "beat the Saints on Sunday to win the Super Bowl"."""

import re
from collections.abc import Sequence

from claims.judging.find_matches import PlayedMatch
from claims.records import Article, Claim, Precision
from claims.store.open import Store
from claims.values.names import tokenise

_BOUND = "bound"
"""The cue of a wording that gives the day of the match."""
_DECIDED = re.compile(
    r"\b(?:finals?|champions?|championships?|titles?|trophy|trophies|cup|bowl|crown|to\s(?:win|lift|take|keep|retain|claim|become)|won|lifted)\b",
    re.IGNORECASE,
)
_ANOTHER_ROUND = re.compile(
    r"\b(?:semi|semi-?finals?|quarter-?finals?|rounds?|group|play-?offs?|qualif\w+|earlier|before|previous\w*|friendly|reach|advance|meet|face|will|set\sup|last-?(?:16|eight|four)|women'?s?|under-?\d\d|U-?\d\d)\b",
    re.IGNORECASE,
)
"""Words by which the match may be another one than the final."""


def deciding_match(
    claim: Claim,
    played: Sequence[PlayedMatch],
    stated: tuple[int, int] | None,
    article: Article,
    store: Store,
) -> tuple[PlayedMatch, ...]:
    """The final that the side won on the one day that the wording gives for its win, where the sentence speaks of a title.

    () where there is none, where a score is stated that the final did not have, or where another round may be meant.
    """
    text = claim.sentence.of(article.text)
    if _BOUND not in claim.cues or stated is not None or "won" not in claim.cues:
        return ()
    if not _DECIDED.search(text) or _ANOTHER_ROUND.search(text):
        return ()
    days = [
        reading.start
        for slot in claim.all_slots("time")
        for reading in slot.readings
        if reading.precision is Precision.DAY
    ]
    finals = (m for m in played if m.is_final and m.won and m.day in days)
    return tuple(m for m in finals if _is_named(m, article, store))


_COMMON = frozenset(("the", "of", "and", "final", "finals", "world", "national", "men's", "mens"))


def _is_named(match: PlayedMatch, article: Article, store: Store) -> bool:
    """Whether a telling word of a name of its contest stands in the article: that of another sport may be meant."""
    series = [fact.value for fact in store.facts(match.entity, "edition_of")]
    names = [store.name(entity) for entity in series] + [
        alias for entity in series for alias, _kind in store.aliases_of(entity)
    ]
    telling = {token.key for name in names for token in tokenise(name)} - _COMMON
    return not telling.isdisjoint(token.key for token in tokenise(article.text))
