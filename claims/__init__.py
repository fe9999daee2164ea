"""Fact-claims: finds statements in articles that do not fit known facts.

The names below are the library; what is in the modules may move. Each is imported when it is first asked for,
so that ``import claims`` costs nothing (``claims --help`` answers at once).
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.check import check_article
    from claims.errors import ClaimsError
    from claims.matching.minilm import MiniLM
    from claims.reading.read import read_articles
    from claims.records import Article, CheckedArticle, Coverage, Finding, ReadFailure, Repair, Verdict
    from claims.report.as_json import as_json
    from claims.settings import Settings
    from claims.store.encoder import Encoder
    from claims.store.ensure import ensure_store
    from claims.store.open import Store, open_store
    from claims.store.packs import packs_home

__version__ = version("fact-claims")

__all__ = [
    "Article",
    "CheckedArticle",
    "ClaimsError",
    "Coverage",
    "Encoder",
    "Finding",
    "MiniLM",
    "ReadFailure",
    "Repair",
    "Settings",
    "Store",
    "Verdict",
    "as_json",
    "check_article",
    "ensure_store",
    "open_store",
    "packs_home",
    "read_articles",
]

_HOMES = {
    "as_json": "claims.report.as_json",
    "check_article": "claims.check",
    "ensure_store": "claims.store.ensure",
    "open_store": "claims.store.open",
    "packs_home": "claims.store.packs",
    "read_articles": "claims.reading.read",
    "ClaimsError": "claims.errors",
    "Encoder": "claims.store.encoder",
    "MiniLM": "claims.matching.minilm",
    "Settings": "claims.settings",
    "Store": "claims.store.open",
}
"""Where each name lives; those that are not here are records."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """A public name, imported now (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "claims.records")), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
