"""The rows of ``data/vocabulary/boilerplate.csv`` as patterns.

A row has a reason, a scope, a cue and a regular expression. ``{name}``, ``{agency}`` and the like stand for the rows of
scope ``part`` of that name. Case counts only inside ``(?-i:...)``. A pattern of scope ``line`` or ``sentence`` must match
the whole of one; one of scope ``inside`` is looked for anywhere in a line, and sets aside its group ``aside`` where it
has one. A row with cues, parted by ``;``, is tried only where the characters of one occur as they stand or, if the cue is lower case, in any case, white
space being one space, and begin where a word begins; after ``*`` they may stand in the middle of one. That keeps reading fast.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.records import Span
from claims.store.read_vocabulary import read_vocabulary
from claims.values.names import Token


@dataclass(frozen=True)
class _Row:
    reason: str
    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when its cue was first met, since most texts need few of them."""
        return re.compile(self.written, re.IGNORECASE | re.MULTILINE)


SCOPES = ("line", "sentence", "inside")
Rows = tuple[_Row, ...]


Cues = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Those in small letters, which stand in any case; those that stand as they are; those that stand within words."""


class BoilerplateRows:
    """The patterns of all scopes."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, _Row]] = []
        self._by_cue: dict[str, list[int]] = {}
        for number, (reason, scope, cues, pattern) in enumerate(_filled()):
            self._rows.append((scope, _Row(reason, pattern)))
            for cue in cues.split(";"):
                self._by_cue.setdefault(cue, []).append(number)
        self._always = self._by_cue.pop("", [])
        self._usual = self._by_scope(self._always)
        cues_in_order = sorted(self._by_cue)
        self._anywhere = [cue for cue in cues_in_order if cue.startswith(ANYWHERE)]
        self._by_start: dict[str, list[str]] = {}
        for cue in cues_in_order:
            self._by_start.setdefault(_start_of(cue), []).append(cue)
        self._signs = [start for start in self._by_start if not start.isalpha()]

    def cues_in(self, text: str, words: Iterable[Token]) -> Cues:
        """The cues that stand in a text whose words these are: what has to be looked for in its lines."""
        written = _in_one_line(text)
        folded = written.casefold()
        starts = {word.key[:LETTERS] for word in words}
        starts.update(sign for sign in self._signs if sign in text)
        found = [cue for start in self._by_start.keys() & starts for cue in self._by_start[start]]
        small = tuple(cue for cue in found if cue.islower() and cue in folded)
        anywhere = tuple(cue for cue in self._anywhere if cue[1:] in written)
        return small, tuple(cue for cue in found if not cue.islower() and cue in written), anywhere

    def near(self, line: str, cues: Cues) -> dict[str, Rows]:
        """The rows of each scope that may match the line or a part of it, where the text holds these cues."""
        small, exact, anywhere = cues
        if not (small or exact or anywhere):
            return self._usual
        written = _in_one_line(line)
        folded = written.casefold() if small else ""
        found = [cue for cue in small if cue in folded] + [cue for cue in exact if cue in written]
        found += [cue for cue in anywhere if cue[1:] in written]
        if not found:  # as in most lines
            return self._usual
        return self._by_scope({*self._always, *(row for cue in found for row in self._by_cue[cue])})

    def _by_scope(self, numbers: Iterable[int]) -> dict[str, Rows]:
        rows = [self._rows[number] for number in sorted(numbers)]
        return {scope: tuple([row for of, row in rows if of == scope]) for scope in SCOPES}


def _in_one_line(text: str) -> str:
    """The text with a space at each end and for all white space."""
    return f" {' '.join(text.split())} "


ANYWHERE = "*"
LETTERS = 3
"""Letters of its first word, or less where that is shorter, that a cue is looked up by."""
_START = re.compile(r"[^\W\d_]+|[^\w\s]|_")


def _start_of(cue: str) -> str:
    """What a cue is looked up by: the beginning of its first word, or its first sign. Raises ValueError for one letter or two of a word."""
    start = _START.search(cue)
    if start is None or (start.end() == len(cue) < LETTERS and start[0].isalpha()):
        raise ValueError(f"a cue of boilerplate is too short: {cue!r}")
    return start[0].casefold()[:LETTERS]


def whole_reason(rows: Rows, text: str, span: Span) -> str | None:
    """The reason of the first row that matches all of the span."""
    return next((row.reason for row in rows if row.pattern.fullmatch(text, span.start, span.end)), None)


def find_inside(rows: Rows, text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Every stretch of the span that a row matches, with its reason."""
    for row in rows:
        group = "aside" if "aside" in row.pattern.groupindex else 0
        for match in row.pattern.finditer(text, span.start, span.end):
            yield row.reason, Span(*match.span(group))


@lru_cache(maxsize=1)
def boilerplate_rows() -> BoilerplateRows:
    """The patterns of the vocabulary, read once."""
    return BoilerplateRows()


@lru_cache(maxsize=1)
def _filled() -> list[tuple[str, str, str, str]]:
    """The rows with their parts filled in."""
    rows = [(reason, scope, cue, pattern) for reason, scope, cue, pattern in read_vocabulary("boilerplate")]
    parts: dict[str, str] = {}
    for name in dict.fromkeys(reason for reason, scope, _, _ in rows if scope == "part"):
        alternatives = [_fill(p, parts) for reason, scope, _, p in rows if (reason, scope) == (name, "part")]
        parts[name] = f"(?:{'|'.join(alternatives)})"
    return [(reason, scope, cue, _fill(p, parts)) for reason, scope, cue, p in rows if scope != "part"]


def _fill(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda match: parts[match[1]], pattern)
