"""The JSON report of a run, an article a piece: rendered once, when it is judged, and kept."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import compress, decompress

from claims.records import CheckedArticle, Disagreement, Place, ReadFailure
from claims.report.as_json import article_as_json, failure_as_json
from claims.report.order import failures_in_order, findings_in_order

SOURCES = ("as_json.py", "json_piece.py", "order.py")
LEVEL = 1
"""Of zlib: a piece shrinks to a fifth, and a higher level takes longer than the rest of a repeated run."""


@cache
def piece_form() -> str:
    """Twelve hex digits that change with the code that writes a piece."""
    home = Path(__file__).parent
    return sha256(b"\0".join((home / name).read_bytes() for name in SOURCES)).hexdigest()[:12]


def render_piece(checked: CheckedArticle) -> bytes:
    """What the report says of an article, packed."""
    return compress(
        _indented(article_as_json(findings_in_order(checked))).encode("utf-8", "surrogatepass"), LEVEL
    )


def unpack_piece(packed: bytes) -> str:
    """The text of a piece, as it stands inside the list of articles."""
    return decompress(packed).decode("utf-8", "surrogatepass")


def join_pieces(
    pieces: Iterable[str], failures: Iterable[ReadFailure], disagreements: Iterable[Disagreement]
) -> Iterator[str]:
    """The text of the whole report: the articles, what could not be read, and statements that disagree."""
    yield '{\n  "articles": ['
    yield from _listed([*(_indented(failure_as_json(f)) for f in failures_in_order(failures))], pieces)
    yield ',\n  "disagreements": ['
    yield from _listed([_indented(_disagreement(one)) for one in disagreements], ())
    yield "\n}\n"


def _listed(last: Iterable[str], first: Iterable[str]) -> Iterator[str]:
    """The items of a list with their commas, and its end."""
    between = "\n"
    for items in (first, last):
        for item in items:
            yield between + item
            between = ",\n"
    yield "]" if between == "\n" else "\n  ]"


def _indented(value: dict[str, Any]) -> str:
    """The value as it stands inside the list; a string of JSON has no line end of its own."""
    return "    " + json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n    ")


def _disagreement(one: Disagreement) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "predicate": one.predicate,
        "places": [_place(one.first), _place(one.second)],
    }


def _place(place: Place) -> dict[str, Any]:
    span, text = place.span, place.article.text
    return {
        "article": place.article.id,
        "source": place.article.source,
        "span": {"start": span.start, "end": span.end, "text": span.of(text)},
        "sentence": {"start": place.sentence.start, "end": place.sentence.end},
    }
