"""Articles that say that they are not in English."""

import re

from claims.errors import ReadingError
from claims.records import Article

_ENGLISH = re.compile(r"en(?:g|glish)?(?:[-_]\w+)*", re.IGNORECASE)
"""``en``, ``en-GB``, ``en_US``, ``eng``, ``English``."""


def refuse_language(article: Article) -> None:
    """Raises ReadingError where the article states another language than English; unstated is English."""
    if article.language and not _ENGLISH.fullmatch(article.language):
        raise ReadingError(
            f'The article is in the language "{article.language}" and only English is read: it was not judged'
        )
