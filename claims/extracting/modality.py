"""In which mode a statement is made: asserted, negated, future, hypothetical, question."""

import re

from claims.records import Modality, Span

_CLAUSE = re.compile(r"[;:—–]|,\s+(?:but|and|while|which|who|where|when|though|although)\b")
_LEADING = re.compile(r"^\W*(?:While|Although|Though|When|After|Before|Since|Because)\b[^,]*,")
"""A subordinate clause that opens a sentence; what is denied or supposed in it ends with it."""
_CORRECTION = re.compile(
    r"\bcorrection\b|\bearlier version\b|\bmisstated\b|\bmisidentified\b|\bwas corrected\b", re.IGNORECASE
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|postpone\w*|put\s+(?:back|off)|called\s+off|calling\s+off|scrapped|abandoned|rescheduled|delayed|moved\s+(?:to|from)"
    r"|was\s+to\s+(?:have|be)|were\s+to\s+(?:have|be)|(?:not|never)\s+(?:held|take|took|taken|happen\w*|occur\w*|go\s+ahead)|dropped\s+plans"
    r"|some\s+(?:historians|scholars|say|argue|date)|formally|technically|arguably|by\s+some\s+accounts|officially\s+still)\b",
    re.IGNORECASE,
)
"""What was planned, undone or is seen differently by others is not simply asserted."""
_INDEFINITE = re.compile(r"\b(?:an?|any|another|every|some)\s+$", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|never|no|neither|nor|without|n[’']t|cannot|denied|denies|false(?:ly)?|wrongly|mistakenly|incorrectly|erroneously)\b|n[’']t\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|would|could|might|may\s+(?:have|be)|should|had\s+(?:he|she|it|they)|imagine|suppose|as\s+though|bids?|bidding|hopes?|hoping|proposed|candidates?\s+for|fictional|novel|alleged(?:ly)?|rumou?red|hypothetical|what-if)\b|(?-i:^\W*Had\b)",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|going\s+to|set\s+to|due\s+to|scheduled|expected|plans?\s+to|planned|planning|upcoming|next|forthcoming|ahead\s+of|prepar\w+|wants?\s+to)\b",
    re.IGNORECASE,
)


_DEFINITE = re.compile(r"\b(?:the|this|that|last|[A-Z]\w+['’]s)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
"""What is named with the article, and one adjective at most, is taken to exist, whatever is said, asked or denied of it."""
_NO_SUCH = re.compile(
    r"\b(?:no|not|never|without|rather\s+than|other\s+than|instead|bids?|bidding|if|imagine|suppose|imaginary|fictional|fake|hypothetical|proposed|planned|postponed|aborted|abandoned|failed|unsuccessful|would-be|cancel\w*|called)\b",
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
) -> Modality:
    """The mode of the clause around a span; the sentence's own mode where it asks a question.

    Only what stands before the end of the span governs it, but for what is called off. A *presupposed*
    statement ("the 2020 Winter Olympics", "French President Emmanuel Macron") holds whatever the clause
    says of it, so that only the words right before it can take it back. What is not *planned*, as an office,
    cannot be called off; a title that goes with a name (*titled*) is not asked about either.
    """
    if _CORRECTION.search(sentence):
        return Modality.NEGATED
    start, end = span.start - offset, span.end - offset
    before = sentence[:start]
    if titled:
        return _mode_of_title(before)
    definite = presupposed and _DEFINITE.search(before)
    if not definite and sentence.rstrip("”\"'’ )").endswith("?"):
        return Modality.QUESTION
    called_off = planned and _CALLED_OFF.search(_clause(sentence, start, end))
    if called_off or (presupposed and _INDEFINITE.search(before)):
        return Modality.HYPOTHETICAL
    return _mode_of_existing(before) if presupposed else _mode(_clause(sentence[:end], start, end))


def _mode_of_existing(before: str) -> Modality:
    """The mode of what is taken to exist, from the few words before it."""
    if _DEFINITE.search(before):
        words = " ".join(before.split()[-NEAR_WORDS // 2 :])
        return Modality.HYPOTHETICAL if _NO_SUCH.search(words) else Modality.ASSERTED
    return _mode(" ".join(before[max(0, before.rfind(",")) :].split()[-NEAR_WORDS:]))


_IMAGINED = re.compile(
    r"\b(?:an?|any|another|imagine|suppose|possible|potential|prospective|eventual|likely|hypothetical|fictional|imaginary"
    r"|be|become|becomes|becoming|make|makes|making|elect|electing|call(?:s|ing|ed)?|(?:look|sound|seem|act)\w*\b[^,]*\blike)\s+$",
    re.IGNORECASE,
)
"""Words right before a title with a name under which it need not be held: "a President Smith", "to elect President Smith"."""
_DENIED = re.compile(r"\b(?:no|not|never|n[’']t)\s+$", re.IGNORECASE)


def _mode_of_title(before: str) -> Modality:
    """The mode of a title that goes with a name: asserted, whatever the sentence asks, denies or supposes of its holder."""
    if _DENIED.search(before):
        return Modality.NEGATED
    return Modality.HYPOTHETICAL if _IMAGINED.search(before) else Modality.ASSERTED


def _mode(words: str) -> Modality:
    if _NEGATED.search(words):
        return Modality.NEGATED
    if _HYPOTHETICAL.search(words):
        return Modality.HYPOTHETICAL
    return Modality.FUTURE if _FUTURE.search(words) else Modality.ASSERTED


def _clause(sentence: str, start: int, end: int) -> str:
    """The stretch between the nearest clause boundaries around the given positions."""
    breaks = list(_CLAUSE.finditer(sentence))
    before = [m.end() for m in (*breaks, *_LEADING.finditer(sentence)) if m.end() <= start]
    after = [m.start() for m in breaks if m.start() >= end]
    return sentence[max(before, default=0) : min(after, default=len(sentence))]
