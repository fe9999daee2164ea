"""Articles that are not in English."""

import re

from claims.errors import ReadingError
from claims.reading.detect_language import is_english
from claims.records import NOT_ENGLISH, Article

_ENGLISH = re.compile(r"en(?:g|glish)?(?:[-_]\w+)*", re.IGNORECASE)
"""``en``, ``en-GB``, ``en_US``, ``eng``, ``English``."""


def refuse_language(article: Article) -> None:
    """Raises ReadingError where the article states another language than English, or does not read as English.

    What it states is not enough: templates state English for pages in any language.
    """
    if article.language and not _ENGLISH.fullmatch(article.language):
        raise ReadingError(f'The article is in the language "{article.language}", and {NOT_ENGLISH}')
    if not is_english(article.text):
        raise ReadingError(f"The article does not read as English, and {NOT_ENGLISH}")
