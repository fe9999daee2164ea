"""Text that holds HTML although it came as plain text."""

import re

_LOOKED_AT = 20_000
"""Characters from the start; a page's tags do not begin later."""

_ENOUGH = 3
"""Tags from which a text counts as HTML; fewer may be an article about HTML."""

_TAG = re.compile(
    r"</?(?:p|div|span|a|br|strong|em|h[1-6]|ul|ol|li|img|figure|script)(?:\s[^<>]{0,300})?/?>", re.I
)


def looks_like_html(text: str) -> bool:
    """Whether there are so many HTML tags in the text that it is the source of a page or a part of one."""
    tags = _TAG.finditer(text, 0, _LOOKED_AT)
    return sum(1 for _tag, _count in zip(tags, range(_ENOUGH), strict=False)) == _ENOUGH
