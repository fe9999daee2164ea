"""How a time stands in its sentence: since, until, before, after, by; hedged or not."""

import re

_RELATION = r"(?P<relation>since|until|till|through|before|after|by|prior\s+to|following|as\s+of|ahead\s+of|up\s+to|as\s+early\s+as|starting|beginning|effective|no\s+later\s+than|not\s+later\s+than|later\s+than|earlier\s+than|(?:from|between)(?=\s+\d))"
_BEFORE = re.compile(
    rf"(?:\b{_RELATION}(?:\s+(?:in|on|from|at))?|(?P<approx>(?<!talk )(?<!talking )(?<!talked )(?<!spoke )(?<!think )(?<!know )(?<!worried )(?<!all )\b(?:around|about|circa|roughly|approximately|some\s?time\s+(?:in|around))|\bca?\.|~)(?!\s+the\s+\d))\s*(?:the\s+(?:year\s+)?)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:onwards?\b|or\s+(?:later|after)\b|and\s+(?:later|after|beyond)\b(?=\s*(?:[.,;)]|$))|and\s+onwards?\b|-\s?present\b)",
    re.IGNORECASE,
)
_RELATIONS = {
    "till": "until",
    "through": "until",
    "up to": "until",
    "prior to": "before",
    "ahead of": "before",
    "no later than": "by",
    "not later than": "by",
    "later than": "after",
    "earlier than": "before",
    "following": "after",
    "as of": "at",
    "as early as": "at",
    "starting": "since",
    "beginning": "since",
    "effective": "since",
}
_END = re.compile(r"(?:the\s+)?end\b", re.IGNORECASE)
_WIDTH = 28


def read_relation(text: str, start: int, end: int) -> tuple[str, bool]:
    """``since``, ``until``, ``before``, ``after``, ``by``, ``from``, ``between`` or ``at``; and whether it is hedged."""
    if _AFTER.match(text, end):
        return "since", False
    match = _BEFORE.search(text[max(0, start - _WIDTH) : start])
    if match is None:
        return "at", False
    word = " ".join((match["relation"] or "at").casefold().split())
    relation = _RELATIONS.get(word, word)
    if relation == "before" and _END.match(text, start):
        relation = "by"  # before the end of May is until it ends
    return relation, match["approx"] is not None
