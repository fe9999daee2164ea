"""A line of text whose parts say what they are, for whoever gives them colour."""

from dataclasses import dataclass

Part = tuple[str, str]
"""Text and what it is: ``head``, ``span``, ``flag``, ``good``, ``dim`` or empty."""


@dataclass(frozen=True, slots=True)
class StyledLine:
    """One line with its indent in characters."""

    parts: tuple[Part, ...]
    indent: int = 0

    @classmethod
    def of(cls, indent: int, *parts: str | Part) -> "StyledLine":
        """A line of parts, of which those that are plain text have no style."""
        return cls(tuple((part, "") if isinstance(part, str) else part for part in parts), indent)
