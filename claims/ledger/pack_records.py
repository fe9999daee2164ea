"""Records <-> bytes, so that what was found once can be reported again without judging it again."""

from functools import cache
from hashlib import sha256
from zlib import compress, decompress

from pydantic import TypeAdapter

from claims.records import Article, CheckedArticle

LEVEL = 6
"""Of zlib: findings shrink to a tenth; a higher level takes longer and gains nothing."""


def content_key(article: Article) -> str:
    """64 hex digits that change with anything of the article: its text, date, title, place."""
    return sha256(_articles().dump_json(article)).hexdigest()


def pack_checked(checked: CheckedArticle) -> bytes:
    """An article with its findings as compressed JSON."""
    return compress(_checked().dump_json(checked), LEVEL)


def unpack_checked(packed: bytes) -> CheckedArticle:
    """The article and findings that were packed. Raises ValueError for anything else."""
    return _checked().validate_json(decompress(packed))


@cache
def _articles() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


@cache
def _checked() -> TypeAdapter[CheckedArticle]:
    return TypeAdapter(CheckedArticle)
