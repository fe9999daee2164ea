"""The wordings of predicates, compiled from ``vocabulary/phrasings.csv`` and found in masked sentences.

A phrase is a row of elements parted by spaces:

``[subject]``, ``[value]``, ``[time]``  what the claim is read from; ``[value:place]`` narrows the kinds
``[holder]``                            the person of whom an office's number is said
``[place]``, ``[person]`` ...           a mention of that kind that is passed over
``in|on``                              any of several; ``take_part`` stands for two words
``still?``, ``[place]?``               may be missing
``#``                                  the apposition or sentence ends here
``*``                                  up to four words that are no mention
``-member``                            a word after a hyphen or a space: "27-member", "27 member"
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.extracting.mask import CLOSE, OPEN, Masked
from claims.store.open import Store
from claims.store.predicates import Predicate
from claims.values.names import Token, tokenise

ENTITY_KINDS = ("person", "place", "country", "org", "work", "series", "element", "body", "commodity")
GROUPS = {"place": ("place", "country"), "team": ("country", "org")}
"""Kinds of slot that stand for several kinds of entity."""
_COMMON = frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "by", "for", "to", "and", "is", "was", "are", "were", "has",
     "had", "have", "been", "with", "its", "his", "her", "their", "from", "as", "that", "who", "which", "s"]
)  # fmt: skip
"""Words too frequent to look a phrase up by."""
_SLOT = re.compile(r"\[(?P<role>[\w|]+)(?::(?P<kinds>[\w|]+))?\]")
_SUBJECT = re.compile(r"\[subject[\]:]")
_FILLER = rf"(?:\s+[^\s{OPEN}{CLOSE},;:()]+){{0,4}}?"
_WORD = r"[^\W\d_](?:[\w’'-]|\.(?=\w))*"
_TEXT_VALUE = rf"(?P<value>{_WORD}(?:\s{_WORD}){{0,2}}|{OPEN}[^{CLOSE}]*{CLOSE})"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One wording of a predicate. ``boundary`` says which end of a fact's time ``[time]`` gives, if any."""

    predicate: Predicate
    boundary: str
    phrase: str
    pattern: re.Pattern[str]

    @property
    def key(self) -> str:
        """What tells it from every other wording."""
        return f"{self.predicate.name} {self.boundary} {self.phrase}"


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found: the numbers of the items in its slots, and the stretch of a value that is text."""

    phrasing: Phrasing
    items: dict[str, int]
    text: tuple[int, int] | None


class PhrasingIndex:
    """All wordings, each under the words of which one must stand in a sentence that holds it."""

    def __init__(self, store: Store) -> None:
        self._by_word: dict[str, list[Phrasing]] = {}
        for name, boundary, phrase in store.phrasings:
            if _SUBJECT.search(phrase):
                predicate = store.predicates[name]
                self._add(Phrasing(predicate, boundary, phrase, compile_phrase(phrase, predicate)))

    def _add(self, phrasing: Phrasing) -> None:
        for word in anchors_of(phrasing.phrase, phrasing.predicate):
            self._by_word.setdefault(word, []).append(phrasing)

    def near(self, tokens: tuple[Token, ...], kinds: frozenset[str]) -> list[Phrasing]:
        """The wordings that a sentence with these words and kinds of mention may hold, in a stable order."""
        found = {
            phrasing.key: phrasing
            for anchor in (*(token.key for token in tokens), *(f"[{kind}]" for kind in kinds))
            for phrasing in self._by_word.get(anchor, ())
        }
        return [found[key] for key in sorted(found)]

    @staticmethod
    def match(phrasings: list[Phrasing], masked: Masked) -> Iterator[Match]:
        """Every place where one of the wordings stands."""
        for phrasing in phrasings:
            for found in phrasing.pattern.finditer(masked.text):
                yield _match(phrasing, found)


def _match(phrasing: Phrasing, found: re.Match[str]) -> Match:
    items, text = {}, None
    for role, value in found.groupdict().items():
        if value is None:
            continue
        if value.startswith(OPEN):
            items[role] = int(value.rpartition(":")[2].rstrip(CLOSE))
        else:
            text = found.span(role)
    return Match(phrasing, items, text)


def anchors_of(phrase: str, predicate: Predicate) -> frozenset[str]:
    """What a phrase is looked up by: of its required elements the one with the rarest words.

    Where every required element is a slot or a common word that is the subject's kind, as ``[office]``.
    """
    choices = []
    for element in phrase.split():
        if element.endswith("?") or element.startswith("[") or element in _SIGNS:
            continue
        words = frozenset(_first_word(option) for option in element.lstrip("-").split("|"))
        if words and all(word and word not in _COMMON for word in words):
            choices.append(words)
    if not choices:
        return frozenset((f"[{predicate.subject_kind}]",))
    return max(choices, key=lambda words: (min(map(len, words)), -len(words), sorted(words)))


def _first_word(option: str) -> str:
    """The word of an alternative that is looked up: the first that is not common."""
    keys = [token.key for token in tokenise(option.replace("_", " "))]
    return next((key for key in keys if key not in _COMMON), "")


def compile_phrase(phrase: str, predicate: Predicate) -> re.Pattern[str]:
    """The pattern of a phrase over masked text."""
    parts, before = [], "("
    for element in phrase.split():
        required = element.removesuffix("?")
        gap = "" if before == "(" or required in (",", ")", "'s", *_SIGNS) else r"\s+"
        if required.startswith("-"):
            gap, required = r"[-\s]", required[1:]
        body = gap + _element(required, predicate)
        parts.append(f"(?:{body})?" if element.endswith("?") else body)
        before = required
    return re.compile("".join(parts) + r"(?!\w)", re.IGNORECASE)


_ARTICLE = r"(?:(?<!\w)the\s+)?"
"""Any slot may have its article: "beat the Atlanta Falcons"."""
_SIGNS = {"*": _FILLER, "#": r"(?=\s*(?:[,.;:)—–]|$))"}


def _element(element: str, predicate: Predicate) -> str:
    if element in _SIGNS:
        return _SIGNS[element]
    slot = _SLOT.fullmatch(element)
    if slot:
        return _ARTICLE + _slot(slot["role"], slot["kinds"], predicate)
    options = [_words(option) for option in element.split("|")]
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _words(option: str) -> str:
    if option == "'s":
        return r"['’]s?"
    if option == ",":
        return r"\s?,"
    start = r"(?<!\w)" if option[:1].isalnum() else ""
    return start + r"\s+".join(re.escape(word) for word in option.split("_"))


def _slot(role: str, kinds: str | None, predicate: Predicate) -> str:
    if role == "holder":
        return f"(?P<holder>{_mark(('person',))})"
    if role not in ("subject", "value", "time"):
        return _mark(tuple(k for kind in role.split("|") for k in GROUPS.get(kind, (kind,))))
    if role == "value" and predicate.value_kind == "text" and not kinds:
        return _TEXT_VALUE
    allowed = tuple(kinds.split("|")) if kinds else _kinds_of(role, predicate)
    return f"(?P<{role}>{_mark(tuple(k for kind in allowed for k in GROUPS.get(kind, (kind,))))})"


def _kinds_of(role: str, predicate: Predicate) -> tuple[str, ...]:
    if role == "time":
        return ("time",)
    if role == "subject":
        return (predicate.subject_kind,)
    return {"time": ("time",), "number": ("quantity",), "entity": ENTITY_KINDS}[predicate.value_kind]


def _mark(kinds: tuple[str, ...]) -> str:
    return rf"{OPEN}[^{CLOSE}]*\b(?:{'|'.join(kinds)})\b[^{CLOSE}]*{CLOSE}"


@lru_cache(maxsize=8)
def phrasings_of(store: Store) -> PhrasingIndex:
    """The wordings of a store, compiled once."""
    return PhrasingIndex(store)
