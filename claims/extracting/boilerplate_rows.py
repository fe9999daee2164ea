"""The rows of ``data/vocabulary/boilerplate.csv`` as patterns.

A row has a reason, a scope, a cue and a regular expression. ``{name}``, ``{agency}`` and the like stand for the rows of
scope ``part`` of that name. Case counts only inside ``(?-i:...)``. A pattern of scope ``line`` or ``sentence`` must match
the whole of one; one of scope ``inside`` is looked for anywhere in a line, and sets aside its group ``aside`` where it
has one. A row with a cue is tried only where these characters occur as they stand or, if the cue is lower case, in any case: that
keeps reading fast.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.records import Span
from claims.store.read_vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class _Row:
    reason: str
    cue: str
    pattern: re.Pattern[str]


class BoilerplateRows:
    """The patterns of one scope."""

    def __init__(self, scope: str) -> None:
        rows = [(reason, cue, pattern) for reason, found, cue, pattern in _filled() if found == scope]
        always = [(reason, pattern) for reason, cue, pattern in rows if not cue and scope != "inside"]
        self._always = re.compile(
            "|".join(f"(?P<{reason}_{i}>{p})" for i, (reason, p) in enumerate(always)), re.IGNORECASE
        )
        self._cued = [
            _Row(reason, cue, re.compile(pattern, re.IGNORECASE | re.MULTILINE))
            for reason, cue, pattern in rows
            if cue or scope == "inside"
        ]

    def whole(self, text: str, span: Span) -> str | None:
        """The reason of the first row that matches all of the span."""
        match = self._always.fullmatch(text, span.start, span.end)
        if match:
            return str(match.lastgroup).rpartition("_")[0]
        rows = self._tried(span.of(text))
        return next((row.reason for row in rows if row.pattern.fullmatch(text, span.start, span.end)), None)

    def inside(self, text: str, span: Span) -> Iterator[tuple[str, Span]]:
        """Every stretch of the span that a row matches, with its reason."""
        for row in self._tried(span.of(text)):
            group = "aside" if "aside" in row.pattern.groupindex else 0
            for match in row.pattern.finditer(text, span.start, span.end):
                yield row.reason, Span(*match.span(group))

    def _tried(self, words: str) -> Iterator[_Row]:
        both = f"{words}\n{words.casefold()}"
        return (row for row in self._cued if row.cue in both)


@lru_cache(maxsize=4)
def rows_of(scope: str) -> BoilerplateRows:
    """The patterns of scope ``line``, ``sentence`` or ``inside``, made once."""
    return BoilerplateRows(scope)


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
