"""An article's id or path -> a relative path that is safe to write to."""

import re

_UNFIT = re.compile(r"[^\w./+@=,-]")
_LONGEST = 100
"""Characters of a part; file systems take 255 bytes."""


def file_name(name: str, suffix: str = ".txt") -> str:
    """A path below some folder: no part of it is hidden, leads upwards or is too long; with the suffix where it has none."""
    parts = [_UNFIT.sub("_", part).strip(".")[:_LONGEST] for part in re.split(r"[/\\]", name)]
    path = "/".join(part for part in parts if part) or "article"
    return path if re.search(r"\.\w{1,8}$", path) else f"{path}{suffix}"
