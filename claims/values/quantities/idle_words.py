"""Number words that count nothing where they stand: one another, first of all, a second chance, half asleep.

A number word is read as a quantity only where the words beside it leave no other reading; a quantity
that is missed costs less than a false one. "One" is mostly a pronoun or an article ("one official said").
"""

from claims.values.quantities.number import Number
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.tokens import Token, Tokens
from claims.values.quantities.vocabulary import Vocabulary

NAME_REACH = 5
"""How many words before a number a fixed phrase may begin."""
POSSESSIVE = ("'s", "’s", "s'", "s’")
RANKED = frozenset(("largest", "biggest", "highest", "longest", "ever", "most", "place"))
"""What makes "second-" a rank and not part of a word such as "second-hand"."""
ZERO_NAMES = frozenset(("ground", "net", "absolute", "sub", "-"))
OPENING = ".!?:;\"“‘(-–—*•'"
"""After these a capital says nothing."""


def is_idle_number(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """Whether a number word is a pronoun, an adverb, a title or an idiom here."""
    first = tokens[number.first]
    if _in_phrase(tokens, number, words):
        return True
    if first.is_numeral:
        return _is_code(first.text)
    if number.form == "ordinal":
        return _is_idle_ordinal(tokens, number, words)
    if number.form == "fraction":
        return _is_idle_fraction(tokens, number, words)
    return _is_idle_cardinal(tokens, number, words)


def _is_idle_cardinal(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    first, before, after = tokens[number.first], tokens[number.first - 1], tokens[number.last]
    if first.key == "one" and number.last == number.first + 1:
        return _is_idle_one(tokens, number, words)
    if after.text in HYPHENS and tokens[number.last + 1].key.endswith("ed"):  # two-handed
        return True
    if first.key == "zero":
        return before.key in ZERO_NAMES or after.key in ("tolerance", "-")
    return _is_spoken_year(tokens, number, words)


def _in_phrase(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """Whether the words around it are a fixed name or phrase of the vocabulary."""
    for start in range(number.first, max(-1, number.first - NAME_REACH), -1):
        for phrase in words.names.get(tokens[start].key, ()):
            end = start + len(phrase)
            if end > number.first and tuple([token.key for token in tokens[start:end]]) == phrase:
                return True
    return False


def _is_spoken_year(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """Nineteen eighty-four, twenty-twenty: two numbers below a hundred side by side."""
    after = number.last + (tokens[number.last].text in HYPHENS)
    before = number.first - 1 - (tokens[number.first - 1].text in HYPHENS)
    beside = [words.numbers.get(tokens[at].key) for at in (before, after)]
    return 10 <= number.value < 100 and any(role and role.name in ("teen", "tens") for role in beside)


def _is_code(text: str) -> bool:
    """0120, 007, 1155968404: a number with a leading zero or of ten digits and more is a name."""
    return text.isdecimal() and ((text[0] == "0" and len(text) > 1) or len(text) > 15)


def _is_idle_ordinal(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    before, first, after = tokens[number.first - 1], tokens[number.first], tokens[number.last]
    if _counts_from_end(tokens, number.last):
        return True
    if number.value > 3 or number.last > number.first + 1:
        return _starts_name(tokens, number)
    if after.text in HYPHENS and tokens[number.last + 1].is_word:
        return tokens[number.last + 1].key not in RANKED
    if before.key == "a" and after.key in ("later", "ago", "earlier", "before", "after", "and", "or"):
        return True
    if before.key in words.cues["determiner"] or before.key.endswith(POSSESSIVE):
        return _starts_name(tokens, number)
    ranked = before.key in words.cues["rank_verb"] or before.is_numeral or before.key in words.numbers
    return not ranked or first.text[:1].isupper()


def _counts_from_end(tokens: Tokens, at: int) -> bool:
    """Whether "to last" follows an ordinal: the second-to-last day is not the second, but "third to last year's winner" is."""
    words = [token.key for token in tokens[at : at + 6] if token.text not in HYPHENS]
    return words[:2] == ["to", "last"] and not "".join(words[2:4]).endswith(POSSESSIVE)


def _starts_name(tokens: Tokens, number: Number) -> bool:
    """Second World War, Fifth Avenue: both words have capitals within a sentence."""
    first, after, before = tokens[number.first], tokens[number.last], tokens[number.first - 1]
    capital = first.text[:1].isupper() and not first.text.isupper()
    if after.key in ("and", "or"):  # the First and Second Amendments
        after = tokens[number.last + 1]
    return capital and after.text[:1].isupper() and bool(before.text) and before.text not in OPENING


def _is_idle_fraction(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    before, first, after = tokens[number.first - 1], tokens[number.first], tokens[number.last]
    alone = not before.text and not after.text
    hedged = before.key in words.cues["loose"] or alone
    if first.key == "half":
        if before.key in words.cues["not_before_half"] or before.text in HYPHENS:
            return True
        ends = not after.is_word or after.key in words.cues["connector"] or before.key == "than"
        return after.key not in words.cues["after_half"] and not (hedged and ends)
    if first.key == "a" or tokens[number.last - 1].key == "quarter":
        measured = after.key in words.cues["after_part"] or _is_unit(after, words)
        return before.key == "per" or not (measured or (hedged and not after.is_word))
    return first.key == "three" and before.key in words.cues["not_before_parts"] and after.key != "of"


def _is_unit(token: Token, words: Vocabulary) -> bool:
    """Whether a word is a currency or a unit, save day and night: "one day" is an idiom."""
    unit = words.units.words.get(token.key)
    return token.key in words.currency_words or unit not in (None, "day", "night")


def _is_idle_one(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    before, after = tokens[number.first - 1], tokens[number.last]
    if not before.text and not after.text:
        return False
    if after.text in HYPHENS:
        joined = tokens[number.last + 1].key
        measured = joined in words.units.words or joined in words.currency_words
        return not measured and joined not in ("in", "out")
    if after.key in ("in", "out", "over") and _counts(tokens, number.last + 1, words):
        return False
    if _is_unit(after, words):
        return before.key in ("no", "any", "every", "each")
    if after.key in words.cues["after_one"]:
        return before.key in ("no", "any", "every", "each", "this", "that", "the")
    return before.key not in words.cues["before_one"] or after.key == "of"


def _counts(tokens: Tokens, index: int, words: Vocabulary) -> bool:
    """Whether a number follows, maybe after "of" or "every": one in five, one out of every ten."""
    index += tokens[index].key == "of"
    index += tokens[index].key == "every"
    return tokens[index].is_numeral or tokens[index].key in words.numbers or tokens[index].key == "a"
