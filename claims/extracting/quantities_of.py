"""The quantities of a sentence, read once for all who ask for them."""

from functools import lru_cache

from claims.records import Sentence
from claims.values.quantities.find_quantities import find_quantities
from claims.values.quantities.mention import QuantityMention


@lru_cache(maxsize=4)
def quantities_of(sentence: Sentence) -> tuple[QuantityMention, ...]:
    """What ``find_quantities`` finds; calculations and wordings ask for the same sentence one after the other."""
    return tuple(find_quantities(sentence.text, sentence.span.start))
