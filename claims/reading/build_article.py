"""Fields of a JSON record or a front matter -> an article."""

from collections.abc import Mapping
from datetime import date

from claims.errors import BadRecord
from claims.reading.well_formed import well_formed
from claims.records import Article


def build_article(
    fields: Mapping[str, object], text: str, source: str, published: date | None, stated_in: str
) -> Article:
    """An article of the text with the id, title, url, author and language that the fields state.

    The id is ``source`` where none is stated. ``stated_in`` says where a ``published`` date was found.
    Raises BadRecord where a field holds a structure in place of text.
    """
    return Article(
        id=read_field(fields, "id") or source,
        text=well_formed(text),
        source=source,
        title=read_field(fields, "title"),
        url=read_field(fields, "url"),
        author=read_field(fields, "author"),
        language=read_field(fields, "language"),
        published=published,
        published_from=None if published is None else stated_in,
    )


def read_field(fields: Mapping[str, object], name: str) -> str | None:
    """The field as text, a list joined by commas (several authors), None where it is missing or blank."""
    value = fields.get(name)
    parts = value if isinstance(value, list) else [value]
    if any(isinstance(part, list | dict) for part in parts):
        raise BadRecord(f'"{name}" holds a structure; write it as text, or leave it out')
    joined = ", ".join(str(part) for part in parts if part is not None)
    return well_formed(joined).strip() or None
