"""Whether a title may be that of another work than the store's: the novel of a film, a song, a play."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from claims.judging.namesake_works import WORK
from claims.records import Claim, Slot
from claims.store.open import Store

KINDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("film", "movie", "blockbuster", "flick", "western", "biopic", "remake", "sequel"), "film"),
        **dict.fromkeys(("novel", "book", "memoir", "autobiography", "bestseller", "biography", "novella"), "book"),
        **dict.fromkeys(("play", "drama", "tragedy"), "play"),
        **dict.fromkeys(("album", "record", "lp"), "album"),
        **dict.fromkeys(("song", "single", "track", "tune", "anthem", "ballad"), "song"),
        **dict.fromkeys(("series", "sitcom", "show", "soap"), "series"),
        **{kind: kind for kind in ("musical", "opera", "ballet", "painting", "sculpture", "poem", "game", "comic", "podcast", "exhibition", "magazine", "symphony")},
    }
)  # fmt: skip
"""Words that say right before a title what it is of; "drama", "comedy" and "thriller" may be films as well and books."""
_KIND = re.compile(r"\((?:\d{4} )?([a-z]+)")
_WORD_BEFORE = re.compile(r"(\w+)[\s“\"‘'«]*$")
_OWNER_BEFORE = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)['’]s?\s[“\"‘']?$")
MAKERS = ("directed_by", "written_by", "made_by")
LOOSE_KINDS = frozenset(("play",))
"""Kinds whose words may be said of a film too: a drama."""


def may_be_other_work(claim: Claim, work: str, text: str, store: Store) -> bool:
    """Whether the text says the title of a work of another kind or maker, or says of a film nowhere that it is one.

    ``text`` is that of the article. Words by which it speaks of films are the list ``screen``.
    """
    slot = claim.slot("subject")
    if slot is None or not work.startswith(WORK):
        return False
    kind = _kind_of(work, store)
    before = text[max(0, slot.span.start - 60) : slot.span.start]
    announced = _announced(before)
    if announced and kind and announced != kind and not (kind == "film" and announced in LOOSE_KINDS):
        return True
    if _has_other_maker(before, work, store):
        return True
    return kind == "film" and announced != "film" and not _speaks_of_films(text, slot, store)


def _kind_of(work: str, store: Store) -> str:
    """What a work is by the name that the store has for it: "Titanic (1997 film)"."""
    match = _KIND.search(store.name(work))
    return KINDS.get(match[1], match[1]) if match else ""


def _announced(before: str) -> str:
    match = _WORD_BEFORE.search(before)
    return KINDS.get(match[1].casefold(), "") if match else ""


def _has_other_maker(before: str, work: str, store: Store) -> bool:
    """Whether the title follows somebody's name with "'s", and it is the name of nobody known to have made the work."""
    match = _OWNER_BEFORE.search(before)
    if match is None:
        return False
    makers = [store.name(f.value) for predicate in MAKERS for f in store.facts(work, predicate)]
    return not any(match[1].split()[-1] in maker.split() for maker in makers)


def _speaks_of_films(text: str, title: Slot, store: Store) -> bool:
    """Whether a word of films stands somewhere in the text beside the title."""
    rest = f"{text[: title.span.start]} {text[title.span.end :]}".casefold()
    return not store.word_list("screen").isdisjoint(re.findall(r"[a-z]+", rest))
