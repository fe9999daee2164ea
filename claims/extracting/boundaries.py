"""Whether a full stop, question mark or exclamation mark ends its sentence.

The rules are those of Grefenstette and Tapanainen (1994) and of Punkt (Kiss and Strunk 2006) with the knowledge
written down instead of learnt: which abbreviations there are and what may follow each
(``abbreviations.csv``), and which words open a sentence (``sentence_openers.csv``).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.store.read_vocabulary import read_vocabulary

_MARK = re.compile(
    r"(?P<mark>[.!?…](?<![.!?…].)[.!?…]*+)(?P<close>[\"”’'»)\]]*+(?:[ ]”)?+(?:\[\d{1,3}\])*+)(?P<gap>\s*+)"
)
_NEXT = re.compile(r"(?P<open>[“\"‘'«(\[]*+)(?P<first>\S)(?P<word>[\w’'-]*)(?P<after>\s+\S)?")
_WORD = re.compile(r"[^\s(\[“”\"‘'«/—–:;,-]*$")
_ASKER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|told|wondered|shouted|wrote|replied|cried|yelled|tweeted|added|began|continued|recalled|joked|exclaimed|insisted|explained|warned)\b"
)
_ACRONYM = re.compile(r"(?:\w\.)+\w")
_ROMAN = re.compile(r"(?:[VX]|[IVXLC]{2,})(?![\w’'])")
_NAME_IN_LOWER_CASE = re.compile(r"[a-z][A-Z]|(?:al|el|ash|ul|an|as)-[A-Z]")
_DOTTED = re.compile(r"[A-Z]\.")
_AFTER_TIME = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:septem|octo|novem|decem)ber|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)"
    r"|eastern|central|pacific|mountain|local|greenwich|moscow|beijing|(?:[a-z]\.?){1,2}(?:[sd]\.?)?t|gmt|utc|\w+(?:\s\w+)?\s+time)(?![\w’'])",
    re.IGNORECASE,
)
_QUOTES = frozenset("”\"’'")
LOOK_BACK = 24
"""Characters before a full stop in which its word is looked for; the longest abbreviation has eight."""


def find_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The positions behind each mark, with its closing quotes and brackets, that ends a sentence of a line."""
    opened = start
    for match in _MARK.finditer(text, start, end):
        if match.end() < end and _ends(text, opened, match, end):
            opened = _end_of(text, opened, match)
            yield opened


def _ends(text: str, opened: int, match: re.Match[str], end: int) -> bool:
    following = _NEXT.match(text, match.end(), end)
    if following is None:  # nothing but a stray quotation mark
        return False
    if not match["gap"]:
        return _lacks_space(text, opened, match, following)
    if following["first"] in ".!?…,;:":
        return bool(following["open"]) and following["first"] in ".…"
    if following["first"].islower() and not _NAME_IN_LOWER_CASE.match(text, following.start("first")):
        return False
    return _mark_ends(text, opened, match, following)


def _mark_ends(text: str, opened: int, match: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a mark before a word with a capital ends the sentence, by what mark it is."""
    mark = match["mark"]
    spoken = match["close"].strip()[:1] in _QUOTES and _ASKER.match(text, following.start()) is not None
    if mark[-1] in "!?":
        return not spoken
    if len(mark) > 1 or mark == "…":
        goes_on = following["first"] == "I" and not following["word"][:1].isalpha()
        return not (spoken or goes_on)
    return _full_stop_ends(text, opened, match, following)


def _end_of(text: str, opened: int, match: re.Match[str]) -> int:
    """Where the sentence ends: a straight quotation mark without space behind it may open the next one."""
    glued = match["close"] == '"' and not match["gap"]
    opens = glued and text.count('"', opened, match.start()) % 2 == 0
    return match.end("mark" if opens else "close")


def _lacks_space(text: str, opened: int, match: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a space was lost: "passed.The", "he said.”The"; not in "Example.com" or "U.S.-led"."""
    if not following["first"].isupper() or following.start("first") > match.end() + 1:
        return False
    word = _word_before(text, opened, match)
    if len(word) < 3 or not word.isalnum():
        return match["close"][:1] in ("”", "’")
    if match["close"] in ("”", '"', "’”") or following["open"] == "“":
        return True
    known = (following["first"] + following["word"]).casefold() in _openers()["function"]
    name = len(word) > 3 and following["word"][1:2].islower()
    return word.isalpha() and word.islower() and not match["close"] and (known or name)


def _word_before(text: str, opened: int, match: re.Match[str]) -> str:
    window = text[max(opened, match.start() - LOOK_BACK) : match.start()]
    found = _WORD.search(window)
    return found.group() if found else ""


def _full_stop_ends(text: str, opened: int, match: re.Match[str], following: re.Match[str]) -> bool:
    word = _word_before(text, opened, match)
    kind = _kind(word)
    if _is_list_marker(text, opened, match, word):
        return False
    if kind is None:
        return True
    if following["first"] in "-—–" or ")" in match["close"]:
        return False
    before = text[max(opened, match.start() - len(word) - 2) : match.start() - len(word)]
    return _abbreviation_ends(kind, before, following)


def _abbreviation_ends(kind: str, before: str, following: re.Match[str]) -> bool:
    """Whether a full stop after an abbreviation ends the sentence as well, by what comes next."""
    if kind in ("title", "inner"):
        return False
    if kind == "month":
        return not following["first"].isdigit()
    start, text = following.start("first"), following.string
    if kind == "number":
        return not (following["first"].isdigit() or _ROMAN.match(text, start))
    if _opens(following):
        return True
    if kind == "time":
        return _AFTER_TIME.match(text, start) is None
    opening = following["open"]
    quoted = opening.startswith(("“", '"')) and kind != "initial"
    return following["first"].isupper() and (
        quoted or (kind == "state" and "," in before and "(" not in opening)
    )


def _opens(following: re.Match[str]) -> bool:
    """Whether a capitalised word is one that opens sentences; a noun, only where no title goes on behind it."""
    first, after = following["first"], following["after"]
    if not first.isupper():
        return first in "•*@#"
    if _DOTTED.match(following.string, following.start("first")):
        return False
    word = (first + following["word"]).casefold().replace("’", "'")
    openers = _openers()
    return word in openers["function"] or (
        word in openers["noun"] and bool(after) and not after.strip().isupper()
    )


def _is_list_marker(text: str, opened: int, match: re.Match[str], word: str) -> bool:
    """Whether the sentence so far is a number or letter: "1. The plan"."""
    short = len(word) < 3 and (word.isdigit() or len(word) == 1)
    return short and not text[opened : match.start() - len(word)].strip("“\"‘'(* \t")


def _kind(word: str) -> str | None:
    """What sort of abbreviation a word before a full stop is; None where it is a word like any other."""
    known = _abbreviations().get(word)
    if known:
        return known
    if len(word) == 1 and word.isalpha() and word.isupper():
        return "initial"
    if _ACRONYM.fullmatch(word):
        return "acronym"
    return None


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    """Kind by spelling; those that a line in capitals has as well are known in capitals too."""
    known = {word: kind for kind, word in read_vocabulary("abbreviations")}
    in_capitals = ("title", "time", "inner", "number")
    capitals = {w.upper(): kind for w, kind in known.items() if kind in in_capitals and len(w) > 1}
    return {**capitals, **known}


@lru_cache(maxsize=1)
def _openers() -> dict[str, frozenset[str]]:
    rows = read_vocabulary("sentence_openers")
    return {kind: frozenset(word for k, word in rows if k == kind) for kind in ("function", "noun")}
