"""How a time stands in its sentence: since, until, before, after, by; hedged or not."""

import re

_RELATION = (
    r"(?P<relation>on\s+or\s+before|on\s+or\s+after|at\s+or\s+after|(?:before|by)\s+or\s+(?:in|on)|(?:after|later\s+than)\s+or\s+(?:in|on|at|equal\s+to)"
    r"|since|until|till|through|before|after|by|prior\s+to|following|as\s+of|ahead\s+of|up\s+to|as\s+early\s+as|as\s+late\s+as"
    r"|starting|beginning|effective|no\s+later\s+than|not\s+later\s+than|later\s+than|(?:earlier|sooner)\s+than)"
)
_BEFORE = re.compile(
    rf"(?:\b{_RELATION}(?:\s+(?:in|on|from|at))?|(?P<approx>(?<!talk )(?<!talking )(?<!talked )(?<!spoke )(?<!think )(?<!know )(?<!worried )(?<!all )\b(?:around|about|circa|roughly|approximately|some\s?time\s+(?:in|around))|\bca?\.|~)(?!\s+the\s+\d))\s*(?:the\s+(?:year\s+)?)?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(
    r"\s*(?:onwards?\b|(?:or|and)\s+(?:later|after|beyond|greater|above|more\s+recent)\b(?=\s*(?:[.,;)?]|$))|and\s+onwards?\b|-\s?present\b)",
    re.IGNORECASE,
)
_BACK = re.compile(r"\s*(?:or|and)\s+(?:earlier|before)\b(?=\s*(?:[.,;)?]|$))", re.IGNORECASE)
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
    "sooner than": "before",
    "on or before": "by",
    "on or after": "since",
    "at or after": "since",
    "before or": "by",
    "by or": "by",
    "after or": "since",
    "later than or": "since",
    "following": "after",
    "as of": "at",
    "as early as": "at",
    "as late as": "until",
    "starting": "since",
    "beginning": "since",
    "effective": "since",
}
_END = re.compile(r"(?:the\s+)?end\b", re.IGNORECASE)
_BEGINNING = re.compile(r"(?:the\s+)?(?:beginning|start)\b", re.IGNORECASE)
_SIGN = re.compile(r"(?P<than>[<>])\s?(?P<equal>=?)\s*$")
_OF_SIGN = {("<", "="): "until", ("<", ""): "before", (">", "="): "since", (">", ""): "after"}
_WIDTH = 28


def read_relation(text: str, start: int, end: int) -> tuple[str, bool]:
    """``since``, ``until``, ``before``, ``after``, ``by``, ``from``, ``between`` or ``at``; and whether it is hedged."""
    if _ONWARDS.match(text, end):
        return "since", False
    if _BACK.match(text, end):
        return "until", False
    before = text[max(0, start - _WIDTH) : start]
    if sign := _SIGN.search(before):
        return _OF_SIGN[sign["than"], sign["equal"]], False
    match = _BEFORE.search(before)
    if match is None:
        return "at", False
    word = " ".join((match["relation"] or "at").casefold().split())
    stem, alternative, _ = word.partition(" or ")
    relation = _RELATIONS.get(word) or _RELATIONS.get(stem + alternative.rstrip(), word)
    if relation == "before" and _END.match(text, start):
        relation = "by"  # before the end of May is until it ends
    if relation == "after" and _BEGINNING.match(text, start):
        relation = "since"
    return relation, match["approx"] is not None
