"""An input text, what could not be read of it, and its sentences."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from claims.records.spans import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One input text.

    ``source`` is the path or address it was read from; ``published_from`` says where the
    date was found (``record``, ``front matter``, ``page``, ``feed``, ``sitemap``, ``option``, ``dateline``) or is None.
    """

    id: str
    text: str
    source: str
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    published: date | None = None
    published_from: str | None = None

    @property
    def sha256(self) -> str:
        """Hex digest of the text, UTF-8 encoded."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


NOT_ENGLISH = "only English is read: it was not judged"
"""How the error of an article in another language ends: the ledger keeps nothing else that tells it from others."""


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input that could not be read: where it stands and what to do about it.

    ``content`` is the key of an article that could be read and not be judged, else empty.
    """

    id: str
    source: str
    error: str
    content: str = ""

    @property
    def foreign(self) -> bool:
        """Whether it was read, and set aside because it is not in English."""
        return self.error.endswith(NOT_ENGLISH)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article, in reading order."""

    index: int
    span: Span
    text: str
