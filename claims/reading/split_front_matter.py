"""Markdown -> what its front matter states, and the article's text."""

import re

import yaml

from claims.errors import BadRecord

# At most 64 KB: between two rules far apart stands an article, not its front matter.
_BLOCK = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>.{0,65536}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPENED = re.compile(r"---[ \t]*\r?\n(?:title|date|author|url|source|language|id)[ \t]*:")
_VISIBLE = re.compile(r"[^\r\n]")
# What YAML calls null; the loader below reads every scalar as a string.
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def split_front_matter(markdown: str) -> tuple[dict[str, object], str]:
    """The fields between ``---`` lines at the very start, and the text with that block blanked out.

    Every character of the block but its line ends becomes a space, so that offsets stay those of the file.

    Scalars come as the strings that were written (an ``id: 007`` keeps its zeros, ``language: no`` is
    Norwegian); null values are left out. A file that starts with a mere rule has no fields. Raises BadRecord
    where the block is no YAML or is never closed.
    """
    block = _BLOCK.match(markdown)
    if block is None:
        if _OPENED.match(markdown):
            raise BadRecord("The front matter is not closed; end it with a line ---")
        return {}, markdown
    fields = _load(block["yaml"])
    if isinstance(fields, dict):
        stated = {str(key): value for key, value in fields.items() if not _is_null(value)}
        return stated, _blanked(markdown, block.end())
    if _is_null(fields):
        return {}, _blanked(markdown, block.end())
    return {}, markdown


def _blanked(text: str, end: int) -> str:
    return _VISIBLE.sub(" ", text[:end]) + text[end:]


def _is_null(value: object) -> bool:
    return isinstance(value, str) and value in _NULLS


def _load(block: str) -> object:
    try:
        return yaml.load(block, Loader=yaml.BaseLoader) or ""
    except yaml.MarkedYAMLError as error:
        # The mark counts lines of the block from 0, and the block starts in line 2 of the file.
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise BadRecord(f"The front matter is not YAML (line {line}: {error.problem}); correct it") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise BadRecord("The front matter is not YAML; correct it or remove it") from error
