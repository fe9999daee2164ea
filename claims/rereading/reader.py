"""What a second reader is: something that says of a flag whether the facts bear it out."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from claims.records import Opinion


@dataclass(frozen=True, slots=True)
class Question:
    """A flag as it is put to a reader who knows nothing of the store.

    ``said`` is the sentence, ``part`` the words in it that do not fit, ``evidence`` the facts in words, the one that weighs most first.
    """

    said: str
    part: str
    published: date | None
    evidence: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Answer:
    """``why`` is a sentence or empty."""

    opinion: Opinion
    why: str = ""


class SecondReader(Protocol):
    """Anything that answers a question."""

    @property
    def name(self) -> str:
        """What it is called where its word stands."""
        ...

    def answer(self, question: Question) -> Answer:
        """Its word on the flag. Raises SecondReaderError where there is none to be had."""
        ...
