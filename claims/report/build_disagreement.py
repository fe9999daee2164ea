"""Two statements that cannot both be right -> what the report shows of them."""

from claims.records import Disagreement, Place
from claims.report.build_row import ROW_ROOM, build_article
from claims.report.excerpt import cut_excerpt
from claims.report.view import DisagreementView, SideView


def build_disagreement(one: Disagreement) -> DisagreementView:
    """Both places, each with its sentence; nothing says which of them is right."""
    return DisagreementView(one.predicate, (_place(one.first), _place(one.second)))


def _place(place: Place) -> SideView:
    excerpt = cut_excerpt(place.article.text, place.sentence, place.span, ROW_ROOM)
    return SideView(build_article(0, place.article), excerpt)
