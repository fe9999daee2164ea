"""A row of ``vocabulary/phrasings.csv`` -> every form in which a sentence may say it.

"[subject] ~be founded @ in [value]" is also said "in [value] [subject] was founded" and "founded in [value], [subject]";
"= capital" is "the capital of [subject] is [value]", "[value], [subject]'s capital", "[subject], whose capital is [value]" ...
"""

import re

NAMES_VALUE = "="
"""Begins a row of nouns that name the value: the capital of Peru is Lima."""
NAMES_PLACE = "=in"
"""Begins a row of nouns for what lies in the value: the headquarters of Fiat are in Turin."""
VALUE_FORMS = (
    "the? {adjectives}{nouns} of|for|in [subject] ~be {value}",
    "[subject] 's {adjectives}{nouns} ~be? {value}",
    "{value} ~be the|a|an|one_of_the {adjectives}{nouns} of|for|in [subject]",
    "{value} ~be {adjectives}{nouns} of|for|in [subject]",
    "{value} ~be [subject] 's {adjectives}{nouns}",
    "[subject] , whose {adjectives}{nouns} ~be {value}",
    "[subject] ~have the|a|an|its|as {adjectives}{nouns} of|in|at|,? {value}",
    "[subject] ~have {value} as|for its|the|a|an|their? {adjectives}{nouns}",
    "{value} ~ serves|served|acts|acted|functions as [subject] 's {adjectives}{nouns}",
    "{value} ~ serves|served|acts|acted|functions as the|a|an? {adjectives}{nouns} of|for|in [subject]",
)
PLACE_FORMS = (
    "the? {adjectives}{nouns} of|for [subject] ~be located|situated|based|found|sited? in|at|outside {value}",
    "[subject] 's {adjectives}{nouns} ~be located|situated|based|found|sited? in|at|outside {value}",
    "[subject] 's {value} {adjectives}{nouns}",
    "[subject] , whose {adjectives}{nouns} ~be located|situated|based|found|sited? in|at|outside {value}",
    "[subject] ~have its|the|a|an|their? {adjectives}{nouns} located|situated|based? in|at|outside {value}",
    "[subject] ~ keeps|kept|maintains|maintained its|the|a|an|their {adjectives}{nouns} in|at|outside {value}",
    "{value} ~be the|a {adjectives}{nouns} of|for [subject]",
    "{value} ~be [subject] 's {adjectives}{nouns}",
    "{value} ~be the? home|site|seat|location of|to|for the? {adjectives}{nouns} of [subject]",
    "{value} ~be the? home|site|seat|location of|to|for [subject] 's {adjectives}{nouns}",
    "{value} ~ contains|hosts|houses|has|accommodates the? {adjectives}{nouns} of [subject]",
    "{value} ~ contains|hosts|houses|has|accommodates [subject] 's {adjectives}{nouns}",
)
_FRONTED = re.compile(
    r"(?P<rest>\[(?:subject|value)[\]:].*) (?P<time>(?:in\|on|on\|in|in) \[(?P<role>time|value)\])"
)
_REDUCED = re.compile(r"\[subject\] ~ed (?P<rest>.*)")
_OF_MAIN_CLAUSES = {"~": "~main", "~be": "~was", "~ed": "~was"}


def forms_of_phrase(phrase: str, value_kind: str) -> tuple[str, ...]:
    """The phrase with its other forms, itself first; ``value_kind`` is the kind of its predicate's value."""
    sign, _space, nouns = phrase.partition(" ")
    if sign in (NAMES_VALUE, NAMES_PLACE):
        return _forms_of_noun(sign, nouns)
    forms = [phrase]
    fronted = _FRONTED.fullmatch(phrase)
    if fronted and (fronted["role"] == "time" or value_kind == "time"):
        forms.append(_fronted(fronted["time"], fronted["rest"]))
    reduced = _REDUCED.fullmatch(phrase)
    if reduced:
        forms.append(f"{reduced['rest']} , [subject]")
    return tuple(forms)


def _fronted(time: str, rest: str) -> str:
    """The time first. The rest must be the main clause: "In 2020, Google, founded in 1998, moved" dates the move."""
    return " ".join((time, ",?", *(_OF_MAIN_CLAUSES.get(element, element) for element in rest.split())))


def _forms_of_noun(sign: str, row: str) -> tuple[str, ...]:
    """``row`` is "[value:place]? adjective? noun|noun"; the value's kinds stand first where they are narrowed."""
    *adjectives, nouns = row.split()
    value = adjectives.pop(0) if adjectives and adjectives[0].startswith("[value") else "[value]"
    before = "".join(f"{adjective} " for adjective in adjectives)
    forms = VALUE_FORMS if sign == NAMES_VALUE else PLACE_FORMS
    return tuple(form.format(adjectives=before, nouns=nouns, value=value) for form in forms)
