"""The report of a run -> its new flags, as a notification lists them."""

from collections.abc import Iterator, Mapping
from itertools import islice

from claims.report.flag_view import FlagView, PlaceView
from claims.report.view import ReportView

LISTED = 20
"""Flags in a message: the rest is in the report."""

Fresh = Mapping[str, str]


def list_fresh(view: ReportView) -> tuple[Fresh, ...]:
    """The first places of flags that the run before did not raise; of a first run, of all flags."""
    places = (
        (flag, place) for flag in view.flags for place in flag.places if place.new or not view.new_since
    )
    return tuple(_fresh(flag, place) for flag, place in islice(places, LISTED))


def _fresh(flag: FlagView, place: PlaceView) -> Fresh:
    return dict(_fields(flag, place))


def _fields(flag: FlagView, place: PlaceView) -> Iterator[tuple[str, str]]:
    yield "article", place.article_id
    yield "headline", place.article.headline
    yield "url", place.article.link or ""
    yield "text", place.excerpt.span
    yield "verdict", flag.verdict
    yield "reason", flag.reason
    yield "explanation", flag.explanation
