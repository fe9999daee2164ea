"""In which mode a statement is made: asserted, negated, future, hypothetical, question."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from claims.records import Modality, Span


class Mode(NamedTuple):
    """A modality, and the words of the sentence that make it so; none where it is asserted."""

    modality: Modality
    words: str = ""


_ASSERTED = Mode(Modality.ASSERTED)

_CLAUSE = re.compile(r"[;:—–]|,\s+(?:but|and|while|which|who|where|when|though|although)\b")
_LEADING = re.compile(r"^\W*(?:While|Although|Though|When|After|Before|Since|Because)\b[^,]*,")
"""A subordinate clause that opens a sentence; what is denied or supposed in it ends with it."""
_CORRECTION = re.compile(
    r"\bcorrection\b|\bearlier version\b|\bmisstated\b|\bmisidentified\b|\bwas corrected\b"
    r"|\b(?:it|that|this|which)\s+(?:is|was)\s+(?:false|untrue|not\s+true|incorrect)\b(?!\s+that\b)|\b(?:rated|ruled)\s+(?:as\s+)?false\b|\bdebunk\w*|\bhoax\b|\bforged\b|\bfabricated\b",
    re.IGNORECASE,
)
"""Words by which the whole sentence tells of an error, or of what is made up."""
_CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|postpone\w*|put\s+(?:back|off)|called\s+off|calling\s+off|scrapped|abandoned|rescheduled|delayed|moved\s+(?:to|from)"
    r"|was\s+to\s+(?:have|be)|were\s+to\s+(?:have|be)|(?:not|never)\s+(?:held|take|took|taken|happen\w*|occur\w*|go\s+ahead)|dropped\s+plans)\b",
    re.IGNORECASE,
)
"""What was planned or undone is not simply asserted."""
_SEEN_OTHERWISE = re.compile(
    r"\b(?:some\s+(?:historians|scholars|say|argue|date)|formally|technically|arguably|by\s+some\s+accounts|officially\s+still)\b",
    re.IGNORECASE,
)
"""Nor is what others see differently; that there was an edition is not."""
_IS_BOUND = re.compile(r"\b(?:after|before|since|until|ahead\s+of|following)\s+(?:the\s+)?$", re.IGNORECASE)
"""What is put off until after an edition is not the edition."""
_AGAIN = re.compile(
    r"^\s+(?:[\w’'-]+\s+){0,12}(?:was|were)\s+(?:being\s+)?(?:held|run)\s+(?:today|now|again|tomorrow)\b",
    re.IGNORECASE,
)
"""What is imagined to be held again was held: "if the 2016 election were held today"."""
_INDEFINITE = re.compile(r"\b(?:an?|any|another|every|some)\s+$", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not(?!\s+since\b)|never(?!\s+since\b)|no|neither|nor|without|n[’']t|cannot|denied|denies|false(?:ly)?|wrongly|mistakenly|incorrectly|erroneously)\b|n[’']t\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|would|could|might|may\s+(?:have|be)|should|had\s+(?:he|she|it|they)|imagin(?:e|es|ed|ing)|dream(?:s|ed|t)?\s+that|pretend(?:s|ed|ing)?|(?:many|most|some|few)(?:\s+\w+)?\s+(?:think|thought|believe|believed|assume|assumed)|suppose|as\s+though|bids?(?!\s+to\s+(?!host|hold|stage|bring|win)\w+)|bidding|hopes?|hoping|proposed|candidates?\s+for|fictional|(?:in|of)\s+(?:an?|the|his|her|their|this)\s+(?:[\w-]+\s+){0,3}novel|alleged(?:ly)?|rumou?red|hypothetical|what-if|(?:stating|claiming|alleging|insisting|suggesting|rumou?rs?|lies?|myth|theory|belief|notion|idea|story|news|hoax|claims?|allegations?)\s+that)\b|(?-i:^\W*Had\b)",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:(?!(?-i:Will\s[A-Z]))will|shall|going\s+to|set\s+to|due\s+to(?!\s+(?:an?|the|his|her|its|their|this|these|that|such|what|lack|fears|concerns|\w+(?:ing|ion|ness))\b)|scheduled|expected|plans?\s+to|planned|planning|upcoming|next|forthcoming|ahead\s+of|prepar\w+|wants?\s+to)\b",
    re.IGNORECASE,
)


_DEFINITE = re.compile(
    r"\b(?:the|this|that|last|its|his|her|their|our|your|my|[A-Z]\w+['’]s|(?:this|next|last)\s+year['’]s)\s+(?:[a-z-]+\s+)?$",
    re.IGNORECASE,
)
"""What is named with the article, and one adjective at most, is taken to exist, whatever is said, asked or denied of it."""
_NO_SUCH = re.compile(
    r"\b(?:no|not|never|without|rather\s+than|other\s+than|instead|bids?|bidding|if|imagine|suppose|imaginary|fictional|fake|hypothetical|proposed|planned|postponed|aborted|abandoned|failed(?!\s+(?:in|to|at|during)\b)|unsuccessful|would-be|cancel\w*|called(?=\s+(?:the|an?)\b))\b(?!\s+(?:after|before|since|until|during)\b)",
    re.IGNORECASE,
)
NEAR_WORDS = 6
"""Words before a presupposed statement in which a negation or condition still governs it."""


def read_modality(
    sentence: str,
    offset: int,
    span: Span,
    presupposed: bool = False,
    planned: bool = True,
    titled: bool = False,
    apposed: bool = False,
) -> Mode:
    """The mode of the clause around a span; the sentence's own mode where it asks a question.

    Only what stands before the end of the span governs it, but for what is called off. A *presupposed*
    statement ("the 2020 Winter Olympics", "French President Emmanuel Macron") holds whatever the clause
    says of it, so that only the words right before it can take it back. What is not *planned*, as an office,
    cannot be called off; a title that goes with a name (*titled*) is not asked about either, nor is what is set beside a name
    (*apposed*: "will meet in Quito, the capital of Ecuador").
    """
    correction = _CORRECTION.search(sentence)
    if correction:
        return Mode(Modality.NEGATED, correction.group())
    aside = _opened(sentence[: span.start - offset])
    sentence, offset = sentence[aside:], offset + aside
    start, end = span.start - offset, span.end - offset
    before = sentence[:start]
    claimed = None if presupposed else _CLAIMED_AFTER.search(sentence, end)
    if claimed:
        return Mode(Modality.HYPOTHETICAL, claimed.group("verb"))
    if apposed or titled:
        return _mode_beside_name(sentence, start, end, titled=titled)
    definite = presupposed and _DEFINITE.search(before)
    if not definite and sentence.rstrip("”\"'’ )").endswith("?"):
        return Mode(Modality.QUESTION, "?")
    taken_back = presupposed and _INDEFINITE.search(before)
    if planned and not (presupposed and _IS_BOUND.search(before)):
        taken_back = taken_back or _undone(_clause(sentence, start, end), presupposed)
    if taken_back:
        return Mode(Modality.HYPOTHETICAL, taken_back.group().strip())
    return (
        _mode_of_existing(before, sentence[end:])
        if presupposed
        else _mode(_clause(sentence[:end], start, end))
    )


def _undone(clause: str, presupposed: bool) -> re.Match[str] | None:
    """The words by which what a clause tells was called off, or is seen differently by others."""
    return _CALLED_OFF.search(clause) or (None if presupposed else _SEEN_OTHERWISE.search(clause))


def _mode_beside_name(sentence: str, start: int, end: int, *, titled: bool) -> Mode:
    """The mode of a title that goes with a name, or of what is set beside one: a plan in the sentence leaves both as they are."""
    if not titled:
        return _first(((_DENIED, Modality.NEGATED),), sentence[:start])
    # "to become President Ng's aide" makes nobody president
    return _ASSERTED if sentence[end : end + 2] in ("'s", "’s") else _mode_of_title(sentence[:start])


def _opened(before: str) -> int:
    """Where the brackets begin in which a text ends; 0 where none is open. What stands outside them does not govern what is in them."""
    opened = before.rfind("(")
    return opened + 1 if opened > before.rfind(")") else 0


def _mode_of_existing(before: str, after: str) -> Mode:
    """The mode of what is taken to exist, from the few words before it."""
    if _AGAIN.match(after):
        return _ASSERTED
    if _DEFINITE.search(before):
        words = " ".join(before.split()[-NEAR_WORDS // 2 :])
        taken_back = _NO_SUCH.search(words)
        return Mode(Modality.HYPOTHETICAL, taken_back.group()) if taken_back else _ASSERTED
    return _mode(" ".join(before[max(0, before.rfind(",")) :].split()[-NEAR_WORDS:]))


_IMAGINED = re.compile(
    r"\b(?:an?|any|another|imagine|suppose|possible|potential|prospective|eventual|likely|hypothetical|fictional|imaginary"
    r"|be|become|becomes|becoming|(?<!\bwhat\s)makes|make|making|elect|electing|call(?:s|ing|ed)?|(?:look|sound|seem|act)\w*\b[^,]*\blike)\s+$",
    re.IGNORECASE,
)
"""Words right before a title with a name under which it need not be held: "a President Smith", "to elect President Smith"."""
_DENIED = re.compile(r"\b(?:no|not|never|n[’']t)\s+$", re.IGNORECASE)


def _mode_of_title(before: str) -> Mode:
    """The mode of a title that goes with a name: asserted, whatever the sentence asks, denies or supposes of its holder."""
    return _first(((_DENIED, Modality.NEGATED), (_IMAGINED, Modality.HYPOTHETICAL)), before)


_CLAIMED_AFTER = re.compile(r",\s+[^,;.]{1,50}\b(?P<verb>claimed|claims|alleged|alleges)(?=\s*[.;”\"]|$)")
"""What somebody claimed need not be so: "Obama was born in Kenya, Donald Trump once claimed"."""
_GOVERNING = (
    (_NEGATED, Modality.NEGATED),
    (_HYPOTHETICAL, Modality.HYPOTHETICAL),
    (_FUTURE, Modality.FUTURE),
)


def _mode(words: str) -> Mode:
    return _first(_GOVERNING, words)


def _first(patterns: Iterable[tuple[re.Pattern[str], Modality]], words: str) -> Mode:
    """The mode of the first pattern found; asserted where there is none."""
    found = ((pattern.search(words), modality) for pattern, modality in patterns)
    return next((Mode(modality, match.group().strip()) for match, modality in found if match), _ASSERTED)


def _clause(sentence: str, start: int, end: int) -> str:
    """The stretch between the nearest clause boundaries around the given positions."""
    breaks = list(_CLAUSE.finditer(sentence))
    before = [m.end() for m in (*breaks, *_LEADING.finditer(sentence)) if m.end() <= start]
    after = [m.start() for m in breaks if m.start() >= end]
    return sentence[max(before, default=0) : min(after, default=len(sentence))]
