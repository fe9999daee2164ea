"""Sentences -> figures of countries: population, unemployment, inflation, output, life expectancy."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from claims.records import Fact
from known_names import KnownNames, holds_in
from statement import Passage, Statement

NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale> (?:million|billion|trillion))?"
SCALES = {"": 1.0, " million": 1e6, " billion": 1e9, " trillion": 1e12}
FIGURES = {
    "population": rf"population (?:of|is|was|at|reached|stands at) (?:about |around |nearly |roughly |some |over |more than |almost |approximately )?{NUMBER}(?! percent|%|\w)",
    "population ": rf"{NUMBER} (?:people|inhabitants|residents|citizens)\b",
    "unemployment": rf"unemployment(?: rate)? (?:of|is|was|at|stood at|reached|fell to|rose to) (?:about |around |nearly )?{NUMBER}(?: percent|%)",
    "inflation": rf"inflation(?: rate)? (?:of|is|was|at|reached|hit|fell to|rose to) (?:about |around |nearly )?{NUMBER}(?: percent|%)",
    "gdp": rf"\${NUMBER} economy|(?:GDP|gross domestic product) (?:of|was|is) (?:about |around |nearly )?\${NUMBER.replace('number', 'number2').replace('scale', 'scale2')}",
    "gdp_growth": rf"economy (?:grew|expanded)(?: by| at)? (?:about |around |nearly )?{NUMBER}(?: percent|%)",
    "life_expectancy": rf"life expectancy (?:of|is|was|at) (?:about |around )?{NUMBER}",
}
_FIGURES = [(key, re.compile(pattern)) for key, pattern in FIGURES.items()]


def find_figure_statements(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """Figures of the one country that a sentence names, near what the store has for that time."""
    found = [(key.strip(), match) for key, pattern in _FIGURES for match in pattern.finditer(passage.text)]
    of = {known.countries[m["country"]] for m in _countries(known).finditer(passage.text)} if found else set()
    if len(of) != 1 or passage.published is None:
        return
    country, year = of.pop(), passage.published.year
    stated = re.search(r"\b(?:in|for) ((?:19|20)\d\d)\b", passage.text)
    years = range(int(stated[1]), int(stated[1]) + 1) if stated else range(year - 3, year + 1)
    for predicate, match in found:
        facts = [f for f in known.store.facts(country, predicate) if any(holds_in(f, y) for y in years)]
        yield from _figure(match, facts, predicate, passage)


def _figure(match: re.Match[str], facts: list[Fact], kind: str, passage: Passage) -> Iterator[Statement]:
    group = "number" if match["number"] else "number2"
    scale = match["scale" if group == "number" else "scale2"] or ""
    value = float(match[group].replace(",", "")) * SCALES[scale]
    if not any(abs(value - float(f.value)) <= 0.05 * abs(float(f.value)) for f in facts):
        return
    wrong = tuple(text for text in _misprints(match[group]) if _far(text, scale, facts))
    if wrong:
        yield Statement(
            "statistic", f"{kind} of a country", passage.span(*match.span(group)), (match[group],), wrong
        )


def _misprints(number: str) -> list[str]:
    """Two digits exchanged, a digit left out or doubled."""
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    swapped = []
    for a, b in pairwise(digits):
        letters = list(number)
        letters[a], letters[b] = letters[b], letters[a]
        swapped.append("".join(letters))
    whole = number.split(".", maxsplit=1)[0].replace(",", "")
    return [
        *(s for s in swapped if s != number and not s.startswith("0")),
        f"{int(whole) * 2}",
        f"{int(whole) * 3}",
    ]


def _far(text: str, scale: str, facts: list[Fact]) -> bool:
    """Whether a wrong figure is off by a quarter or more of every known one."""
    value = float(text.replace(",", "")) * SCALES[scale]
    return all(abs(value - float(f.value)) > 0.25 * abs(float(f.value)) for f in facts)


@lru_cache(maxsize=4)
def _countries(known: KnownNames) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(known.countries, key=len, reverse=True))
    return re.compile(rf"\b(?P<country>{names})\b")
