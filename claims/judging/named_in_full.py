"""Whether a surname that stands alone in a text is that of the one person whom the text names in full."""

import re

from claims.store.open import Store
from claims.values.names import name_key

_BEFORE = re.compile(r"([\w.’'-]+)[ \n]$")
_OTHER_AFTER = re.compile(r"\s*,?\s*(?:[JS]r\b|I{2,3}\b)|\s(?:senior|junior|family|brothers|sisters)\b")
_TITLES = frozenset(
    (
        "mr", "dr", "sen", "rep", "gov", "gen", "lt", "col", "sir", "president", "senator", "governor", "secretary",
        "congressman", "chairman", "judge", "justice", "minister", "chancellor", "mayor", "speaker", "nominee",
        "candidate", "director", "general", "leader", "premier", "president-elect", "ceo",
    )
)  # fmt: skip
"""Words that may stand before a surname with a capital and name nobody else."""
_WIFE = frozenset(("mrs", "ms", "miss"))
_OPENERS = frozenset(
    (
        "but", "and", "when", "while", "after", "before", "as", "if", "for", "since", "because", "so", "yet", "now",
        "then", "like", "with", "under", "despite", "both", "although", "though", "unlike", "in", "on", "from", "the",
        "what", "why", "how", "did", "does", "is", "was", "has", "had", "can", "will", "would", "should", "that", "or",
    )
)  # fmt: skip


def is_named_in_full(person: str, surname: str, start: int, text: str, store: Store) -> bool:
    """Whether the text names the person in full before ``start``, and nowhere anybody else of the surname.

    Whoever has another capitalised word before the surname may be somebody else ("Melania Trump"), so may who has another after it
    ("Trump Jr."), and "Mrs."; the words of titles and those that open a sentence name nobody.
    """
    firsts = _first_names(person, surname, store)
    named = False
    for match in re.finditer(rf"\b{re.escape(surname)}\b(?!-)", text):
        if _OTHER_AFTER.match(text, match.end()):
            return False
        before = _BEFORE.search(text[max(0, match.start() - 40) : match.start()])
        word = before[1] if before else ""
        if not word[:1].isupper():
            continue
        key = name_key(word)
        if key in firsts or (len(key) == 1 and key in {first[:1] for first in firsts}):
            named = named or match.start() < start
        elif key in _WIFE or not (key in _TITLES | _OPENERS or word.endswith(("’s", "'s", "."))):
            return False
    return named


def _first_names(person: str, surname: str, store: Store) -> frozenset[str]:
    """The words that stand before the surname in the person's names, by their keys."""
    last = name_key(surname)
    names = [store.name(person), *(alias for alias, _kind in store.aliases_of(person))]
    keys = [name_key(name).split() for name in names]
    return frozenset(word for words in keys if words[-1:] == [last] for word in words[:-1]) - _TITLES
