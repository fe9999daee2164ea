"""Text -> the people it names in full, as far as a store knows exactly one of that name."""

import re

from known_names import KnownNames

NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+|bin|al|de|van|von|da)){1,3}"
PERSON = rf"(?P<person>{NAME})"
NOT_NAMES = ("’s", "'s")


def find_people(text: str, known: KnownNames) -> dict[str, str]:
    """Person by last name; a last name that two of them share is left out."""
    found: dict[str, set[str]] = {}
    for match in re.finditer(NAME, text):
        words = match.group().split(" ")
        for first in range(len(words) - 1):
            person, end = find_person(" ".join(words[first:]), known)
            if person:
                last = " ".join(words[first:])[:end].rpartition(" ")[2]
                found.setdefault(last, set()).add(person)
                break
    return {last: people.pop() for last, people in found.items() if len(people) == 1}


def find_person(text: str, known: KnownNames) -> tuple[str | None, int]:
    """The person whom the longest part from the beginning names in full, and where that part ends."""
    words = text.split(" ")
    for count in range(len(words), 1, -1):
        name = " ".join(words[:count])
        for ending in NOT_NAMES:
            name = name.removesuffix(ending)
        person = known.named(name, "person")
        if person:
            return person, len(name)
    return None, 0
