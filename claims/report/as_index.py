"""The view of a report -> what its script filters and sorts by, and what decisions are written from."""

import json
from typing import Any

from claims.report.flag_view import FlagView, PlaceView
from claims.report.printable import printable
from claims.report.view import ReportView


def as_index(view: ReportView) -> str:
    """JSON: ``run``, ``articles`` by key, and ``flags`` in the order of the report. Nothing in it can steer a display."""
    articles = {str(place.article.key): place for flag in view.flags for place in flag.places}
    index = {
        "run": view.run.run_id,
        "articles": {key: _article(place) for key, place in articles.items()},
        "flags": [_flag(flag) for flag in view.flags],
    }
    return json.dumps(index, ensure_ascii=True, separators=(",", ":"))


def _article(place: PlaceView) -> list[str]:
    # Ids go back into a decision, and stay as they are: they are never shown.
    article = place.article
    return [place.article_id, place.sha256, printable(article.headline), article.day, article.origin]


def _flag(flag: FlagView) -> dict[str, Any]:
    return {
        "verdict": flag.verdict,
        "shape": flag.shape,
        "action": flag.action,
        "sure": flag.confidence,
        "new": flag.new,
        "repairs": len(flag.repairs),
        "key": [flag.key.claim, flag.key.facts, flag.key.rule],
        "places": [
            [p.article.key, p.finding, p.start, p.end, p.excerpt.span] for p in flag.places
        ],
    }  # fmt: skip
