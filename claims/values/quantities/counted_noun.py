"""The noun that a number counts: members in "the other 27 NATO members", people in "five dead people"."""

from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.vocabulary import Vocabulary

REACH = 6
"""How many tokens may stand from the number to the noun."""


def counted_noun(tokens: Tokens, last: int, words: Vocabulary) -> tuple[int, int] | None:
    """The tokens of the noun that follows a number, or None where none is near."""
    if tokens[last].text in HYPHENS:
        joined = tokens.touches(last) and tokens.touches(last + 1) and tokens[last + 1].is_word
        return (
            (last + 1, last + 2) if joined and tokens[last + 1].key not in words.cues["connector"] else None
        )
    last = past_or_more(tokens, last)
    for at in range(last, last + REACH):
        token = tokens[at]
        initial = token.text == "." and len(tokens[at - 1].text) == 1  # "U.S. adults"
        if (token.text in HYPHENS or initial) and at > last:
            continue
        if not token.is_word or token.key in words.cues["connector"]:
            return None
        if _is_plural(token.key, words) and not _in_title(tokens, at, last):
            further = tokens[at + 1]  # "staff members"
            noun = at + (
                further.text[:1].islower() and further.key.endswith("s") and _is_plural(further.key, words)
            )
            return noun, noun + 1
    return None


def past_or_more(tokens: Tokens, last: int) -> int:
    """The token after "or more", which may stand between a number and its unit."""
    between = tokens[last].key == "or" and tokens[last + 1].key in ("more", "less", "fewer")
    return last + 2 if between and tokens[last + 2].is_word else last


def _in_title(tokens: Tokens, at: int, last: int) -> bool:
    """Whether noun and word before the number have capitals: Apollo 13 Astronauts, but 14 Democrats."""
    return at == last and tokens[at].text[0].isupper() and tokens[last - 2].text[:1].isupper()


def _is_plural(key: str, words: Vocabulary) -> bool:
    if key in words.cues["plural"]:
        return True
    return len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is", "'s", "’s"))
