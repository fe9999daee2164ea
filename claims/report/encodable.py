"""Records -> the same without what no UTF-8 can hold, so that every reader takes them."""

from typing import Any


def encodable(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Text, lists and objects with a question mark for each lone surrogate; anything else as it is."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [encodable(part) for part in value]
    if isinstance(value, dict):
        return {encodable(name): encodable(part) for name, part in value.items()}
    return value
