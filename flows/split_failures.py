"""What came of a stage, article by article -> the things themselves, and the failures among them."""

from collections.abc import Sequence
from typing import TypeVar

from claims.records import ReadFailure

Item = TypeVar("Item")


def split_failures(items: Sequence[Item | ReadFailure]) -> tuple[list[Item], list[ReadFailure]]:
    """The things themselves, and the failures among them."""
    good = [item for item in items if not isinstance(item, ReadFailure)]
    return good, [item for item in items if isinstance(item, ReadFailure)]
