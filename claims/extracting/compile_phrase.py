"""A phrase of the vocabulary -> a pattern over masked text.

A phrase is a row of elements parted by spaces:

``[subject]``, ``[value]``, ``[time]``  what the claim is read from; ``[value:place]`` narrows the kinds,
                                        ``[value=landlocked|inland]`` asks for one of these words
``[holder]``                            the person of whom an office's number is said, or who won titles
``[place]``, ``[person]`` ...           a mention of that kind that is passed over
``in|on``                              any of several; ``take_part`` stands for two words
``still?``, ``[place]?``               may be missing
``#``                                  the apposition or sentence ends here
``*``                                  up to four words that are no mention
``~``                                  between a noun and its verb: an aside, "who" or "which", adverbs, "has"
``~be``                                the same with "is" or "was", or a comma for both: "Paris, the capital of"
``~ed``                                the same before a participle: "Google, a firm founded in"
``~have``                              the same with "has", or "with" for it
``~main``, ``~was``                    ``~`` and ``~be`` of a main clause: no aside, no relative clause
``@``                                  where and by whom: "in Houston, Texas", "by a man named in a mark"
``<subject>``, ``<team>``, ``<value>`` not named, but the one of its kind that was named before: "a member since"
``-member``                            a word after a hyphen or a space: "27-member", "27 member"
"""

import re

from claims.extracting.mask import CLOSE, OPEN
from claims.store.predicates import Predicate

ENTITY_KINDS = ("person", "place", "country", "org", "work", "series", "element", "body", "commodity")
GROUPS = {"place": ("place", "country"), "team": ("country", "org"), "region": ("region", "org", "country")}
"""Kinds of slot that stand for several kinds of entity."""
_SLOT = re.compile(r"\[(?P<role>[\w|]+)(?::(?P<kinds>[\w|]+))?\]")
_WORDED = re.compile(r"\[value=(?P<words>[\w|-]+)\]")

_MARK = rf"{OPEN}[^{CLOSE}]*{CLOSE}"
_PLAIN = rf"[^\s{OPEN}{CLOSE},;:()]+"
_FILLER = rf"(?:\s+(?!(?:whose|whom)\b){_PLAIN}){{0,4}}?"
""""Justin Trudeau, whose father was": what follows is somebody else's."""
_WORD = r"[^\W\d_](?:[\w’'-]|\.(?=\w))*"
_TEXT_VALUE = rf"(?P<value>{_WORD}(?:\s{_WORD}){{0,2}}|{OPEN}[^{CLOSE}]*{CLOSE})"
_ARTICLE = r"(?:(?<!\w)the\s+)?"
"""Any slot may have its article: "beat the Atlanta Falcons"."""

_NO_ASIDE = r"(?!(?:and|or|but|nor|so|yet|as|while|when|where|if|because|said|says|according|than)\b)"
_ASIDE = (
    rf"(?:\s?,\s+{_NO_ASIDE}(?:(?-i:[a-z])|{OPEN}(?:quantity|time)\b)(?:{_MARK}|[^\s,;:()])*"
    rf"(?:\s+(?:{_MARK}|[^\s,;:()])+){{0,9}}\s?,|\s+\([^()]*\))"
)
"""What is put in: "Google, then a start-up of two men,", never a name alone, which may be what the verb is said of."""
_HEDGES = (
    "allegedly|reportedly|supposedly|hardly|barely|nearly|possibly|probably|likely|falsely|wrongly|mistakenly"
)
_ADVERB = rf"(?:(?!(?:{_HEDGES})\b)[^\W\d_]+ly|also|still|now|once|first|since|later|soon|then|again|long|himself|herself|itself)"
_ADVERBS = rf"(?:\s+{_ADVERB}){{0,2}}"
_OWN_WORD = rf"(?:(?!of\b)(?-i:[a-z])[^\s,;:()]*|\d+|{OPEN}(?:quantity|time)\b[^{CLOSE}]*{CLOSE})"
_OWN_ASIDE = rf"(?:\s?,\s+{_NO_ASIDE}{_OWN_WORD}(?:\s+{_OWN_WORD}){{0,9}}\s?,|\s+\([^()]*\))"
"""What is put in and names nobody else, so that a "who" behind it is still the first: not "the son of Kim Jong Il, who led"."""
_NO_BINDER = r"(?!(?:of|for|with|in|at|from|by|to|on|since|after|before|than|as|like|about|between|against|named|called|and|or|but|not|no|never|who|which|that)\b)"
_NOMINAL = rf"\s+(?:is|was|are|were)\s+(?:an?|the)(?:\s+(?:{_NO_BINDER}{_PLAIN}|{_MARK})){{1,6}}?(?:\s+from\s+{_MARK})?"
"""What somebody or something is said to be, before more is told of it: "Google is a technology company that was founded in"; a noun that hangs on another is none of it."""
_ASIDES = rf"(?:{_OWN_ASIDE}?\s?,?\s+(?:who|which|that)|{_NOMINAL}\s+(?:who|which|that)|{_ASIDE})?"
_LINK = rf"{_ASIDES}(?:\s+(?:has|have|had))?{_ADVERBS}"
_KIND_OF = rf"\s?,\s+(?:an?|the|its|his|her)(?:\s+(?!(?:of|by|for|with|from|in|at|to|who|that|which)\b){_PLAIN}){{1,4}}"
_COPULA = r"\s+(?:is|was|are|were|be|being|(?:has|have|had)\s+been)"
_MAIN = rf"(?:\s+(?:has|have|had))?{_ADVERBS}"
_WAS = rf"{_ADVERBS}{_COPULA}{_ADVERBS}"
_BE = rf"(?:{_ASIDES}{_WAS}|\s?,{_ADVERBS})"
_ED = rf"(?:{_ASIDES}{_WAS}|(?:\s?,|{_KIND_OF}|{_NOMINAL}){_ADVERBS})"
_HAVE = rf"(?:{_ASIDES}{_ADVERBS}\s+(?:has|have|had)|\s?,?\s+(?:with|having))"

_NAME = r"(?-i:[A-Z])[\w.’'&-]*"
_NAMES = rf"{_NAME}(?:\s+(?:(?:of|the|de|la|du|von|van|upon|and|&)\s+){{0,2}}{_NAME}){{0,4}}"
_NEITHER = r"(?!(?:who|whom|which|that|when|where|after|before|since|until|and|but|or|to|from|than|about|against|\w+ed)\b)"
_WORDS = rf"(?:{_NEITHER}{_PLAIN}\s+){{0,4}}?"


def _named(kinds: str) -> str:
    return rf"(?:{OPEN}[^{CLOSE}]*\b(?:{kinds})\b[^{CLOSE}]*{CLOSE}|{_NAMES})"


_WHERE = (
    rf"(?:in|at|near|outside)\s+{_WORDS}{_named('place|country')}(?:\s?,\s+{_named('place|country')})*\s?,?"
)
_BY = rf"(?:by|with|of)\s+{_WORDS}{_named('person|org|country')}(?:(?:\s?,|\s+and|\s?,\s+and)\s+{_named('person|org')})*\s?,?"
_ADJUNCTS = rf"(?:\s?,?\s+(?:{_WHERE}|{_BY})){{0,3}}?"

IMPLIED_SUBJECT, IMPLIED_TEAM, IMPLIED_VALUE = "<subject>", "<team>", "<value>"
"""Signs of a wording that does not name its subject, or its value: the one of the kind that was named before; the team may be a country or a club."""
IMPLIED = (IMPLIED_SUBJECT, IMPLIED_TEAM, IMPLIED_VALUE)
_SIGNS = {
    "*": _FILLER,
    "#": r"(?=\s*(?:[,.;:)—–]|$))",
    "~": _LINK,
    "~main": _MAIN,
    "~be": _BE,
    "~ed": _ED,
    "~was": _WAS,
    "~have": _HAVE,
    "@": _ADJUNCTS,
}
SIGNS = frozenset((*_SIGNS, *IMPLIED))


def compile_phrase(phrase: str, predicate: Predicate) -> re.Pattern[str]:
    """The pattern of a phrase over masked text."""
    parts, before = [], "("
    elements = [element for element in phrase.split() if element not in IMPLIED]
    for element, following in zip(elements, (*elements[1:], ""), strict=True):
        required = element.removesuffix("?")
        gap = "" if before == "(" or required in (",", ")", "'s") or required in SIGNS else r"\s+"
        if required.startswith("-"):
            gap, required = r"[-\s]", required[1:]
        body = gap + compile_element(required, predicate, start="" if gap == r"[-\s]" else r"(?<![\w-])")
        if required.startswith("[subject") and following != "'s":
            body += r"(?!['’]s\b)"
        parts.append(f"(?:{body})?" if element.endswith("?") else body)
        before = required
    return re.compile("".join(parts) + r"(?!\w)", re.IGNORECASE)


def compile_element(element: str, predicate: Predicate, start: str = r"(?<![\w-])") -> str:
    """The pattern of one element, without the space before it."""
    if element in _SIGNS:
        return _SIGNS[element]
    worded = _WORDED.fullmatch(element)
    if worded:
        return f"(?P<value>{'|'.join(_words(word, start) for word in worded['words'].split('|'))})"
    slot = _SLOT.fullmatch(element)
    if slot:
        return _ARTICLE + _slot(slot["role"], slot["kinds"], predicate)
    options = [_words(option, start) for option in element.split("|")]
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def plain_element(element: str) -> str:
    """An element with a value that is asked for by its words as these words: ``[value=inland]`` -> ``inland``."""
    worded = _WORDED.fullmatch(element)
    return worded["words"] if worded else element


def _words(option: str, start: str) -> str:
    if option == "'s":
        return r"['’]s?"
    if option == ",":
        return r"\s?,"
    return (start if option[:1].isalnum() else "") + r"\s+".join(
        re.escape(word) for word in option.split("_")
    )


def kinds_of_slot(element: str, predicate: Predicate) -> frozenset[str] | None:
    """The kinds of mention of which a slot of a phrase takes one; None where the element is no slot or takes plain words."""
    slot = _SLOT.fullmatch(element)
    if slot is None or _takes_text(slot["role"], slot["kinds"], predicate):
        return None
    return frozenset(_allowed(slot["role"], slot["kinds"], predicate))


def subject_kinds(phrase: str, predicate: Predicate) -> tuple[str, ...]:
    """The kinds of entity that a phrase takes as its subject."""
    if IMPLIED_TEAM in phrase.split():
        return GROUPS["team"]
    found = re.search(r"\[subject:([\w|]+)\]", phrase)
    named = _allowed("subject", found[1] if found else None, predicate)
    return tuple(dict.fromkeys((predicate.subject_kind, *named)))


def _slot(role: str, kinds: str | None, predicate: Predicate) -> str:
    if _takes_text(role, kinds, predicate):
        return _TEXT_VALUE
    mark = _mark(_allowed(role, kinds, predicate))
    return f"(?P<{role}>{mark})" if role in _READ else mark


_READ = ("holder", "subject", "value", "time")
"""Slots that a claim is read from; others are passed over."""


def _takes_text(role: str, kinds: str | None, predicate: Predicate) -> bool:
    return role == "value" and predicate.value_kind == "text" and not kinds


def _allowed(role: str, kinds: str | None, predicate: Predicate) -> tuple[str, ...]:
    if role not in _READ:
        listed = tuple(role.split("|"))
    else:
        listed = tuple(kinds.split("|")) if kinds else _kinds_of(role, predicate)
    return tuple(kind for each in listed for kind in GROUPS.get(each, (each,)))


def _kinds_of(role: str, predicate: Predicate) -> tuple[str, ...]:
    if role == "holder":
        return ("person",)
    if role == "time":
        return ("time",)
    if role == "subject":
        return (predicate.subject_kind,)
    return {"time": ("time",), "number": ("quantity",), "entity": ENTITY_KINDS}[predicate.value_kind]


def _mark(kinds: tuple[str, ...]) -> str:
    return rf"{OPEN}[^{CLOSE}]*\b(?:{'|'.join(kinds)})\b[^{CLOSE}]*{CLOSE}"
