"""Word lists of the vocabulary as patterns for what stands between two mentions."""

import re

from claims.store.once_a_store import once_a_store
from claims.store.open import Store

_ARTICLES = r"(?:the|a|an|this\s+year['’]s|last\s+year['’]s)"
_FILLERS = r"(?:\s+(?:has|have|had|was|were|is|are|been|be|will|first|officially|formally|finally|itself|that|which|also|there|then|back|just|only|originally|due\s+to))*"

_OTHER_YEARS = r"(?:(?:1[89]|20)\d\d(?:,\s+|,?\s+(?:and|or)\s+(?:the\s+)?))*"
""""host of the 1932 and 1984 Olympics"."""


def _alternatives(wordings: list[str]) -> str:
    ordered = sorted(wordings, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, wording.split())) for wording in ordered)


class Phrases:
    """The patterns that tie events to times and places, made from the store's vocabulary."""

    def __init__(self, store: Store) -> None:
        verbs = store.wordings("event_verbs")
        places = store.wordings("places_at")
        self._boundaries = [
            (boundary, re.compile(
                rf"^,?{_FILLERS}\s+(?:{_alternatives([w for b, w in verbs if b == boundary])})"
                r"(?:\s+(?:early|late|back|again|earlier|officially|there|here))*(?:\s+(?:on|in|at|during|of))?\s+(?:the\s+)?$", re.IGNORECASE))
            for boundary in ("start", "end", "during")
        ]  # fmt: skip
        held = _alternatives([w for r, w in places if r == "held"])
        directly = _alternatives([w for r, w in places if r == "directly"])
        self.held_in = re.compile(
            rf"^,?(?:(?:{_FILLERS}\s+(?:{held}))?(?:\s+(?:here|there))?\s+(?:in|at)|{_FILLERS}\s+(?:{directly}))"
            r"\s+(?:the\s+)?(?:(?:\w+\s+){0,3}(?:city|town|capital|resort|port)\s+(?:of\s+)?)?$",
            re.IGNORECASE,
        )
        hosting = _alternatives([w for r, w in places if r == "host_before"])
        self.hosts = re.compile(
            rf"^,?{_FILLERS}\s+(?:{hosting})\s+(?:{_ARTICLES}\s+)?{_OTHER_YEARS}$", re.IGNORECASE
        )
        travel = _alternatives([w for r, w in places if r == "travel"])
        self.travelled = re.compile(rf"\b(?:{travel})\s+(?:the\s+)?$", re.IGNORECASE)

    def boundary(self, gap: str) -> str | None:
        """Whether the words between an event and a time say ``start``, ``end`` or ``during``."""
        return next((name for name, pattern in self._boundaries if pattern.match(gap)), None)


@once_a_store
def phrases_of(store: Store) -> Phrases:
    """The patterns of a store, made once."""
    return Phrases(store)
