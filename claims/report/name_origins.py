"""Source records of the store -> how a report names the source of a fact."""

from collections.abc import Iterable

from claims.report.build_row import web_link
from claims.report.flag_view import OriginView
from claims.store.sources import Source


def name_origins(sources: Iterable[Source]) -> dict[str, OriginView]:
    """By the name that a fact has as its source: the title of the record, and its address on the web if any."""
    return {source.name: OriginView(source.title, web_link(source.url)) for source in sources}
