"""A sentence as check-worthiness looks at it: its words, read once for features and for pairs of words."""

from dataclasses import dataclass

from claims.matching.worth_words import WORD, WORDS, Word


@dataclass(slots=True)
class WorthText:
    """``plain`` has straight apostrophes; ``tokens`` are its words, numbers and the signs ``$%?``, ``words`` those without signs."""

    plain: str
    tokens: list[Word]
    words: list[Word]

    @classmethod
    def of(cls, text: str) -> "WorthText":
        """The words of a sentence."""
        plain = text.replace("’", "'")
        tokens = list(map(WORDS.__getitem__, WORD.findall(plain)))
        signs = "$" in plain or "%" in plain or "?" in plain
        return cls(plain, tokens, [token for token in tokens if not token.is_sign] if signs else tokens)
