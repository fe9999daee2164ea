"""The words of quantities, read once from ``data/vocabulary/quantities``."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.values.quantities.load_units import Units, load_units
from claims.values.quantities.mention import Hedge

Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases as tuples of words, by their first word."""


class Role(NamedTuple):
    """What a word does in a number: ``unit``, ``teen``, ``tens``, ``hundred``, ``scale``, ``ordinal`` ..."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency's code, and the codes that the same wording may mean elsewhere."""

    code: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word list that the reading of quantities needs."""

    numbers: dict[str, Role]
    scales: dict[str, Role]
    """Abbreviations that are scales after any digits: bn, k."""
    money_scales: dict[str, Role]
    """Those that are scales after money only, and units else: m, t; with the former."""
    units: Units
    rates: dict[str, tuple[str, str]]
    denominators: dict[str, str]
    currency_words: dict[str, Currency]
    currency_marks: dict[str, Currency]
    mark_ends: frozenset[str]
    """The last token of every currency sign and code."""
    hedges_before: dict[str, Hedge]
    hedges_after: dict[str, Hedge]
    hedge_ends: frozenset[str]
    """The last word of every hedge that stands before a number."""
    labels: frozenset[str]
    names: Phrases
    cues: dict[str, frozenset[str]]
    """Words that say what a number near them is, by the cue of ``number_cues.csv``."""
    triggers: frozenset[str]
    """Words without which, and without digits, a text holds no number."""


def vocabulary_home() -> Path:
    """Where the tables lie: beside the package in a checkout, inside it when installed from a wheel."""
    installed = Path(__file__).parents[2] / "_data"
    home = installed if installed.is_dir() else Path(__file__).parents[3] / "data"
    return home / "vocabulary" / "quantities"


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped word lists."""
    words = _rows("number_words")
    currencies = _rows("currencies")
    hedges = _rows("hedges")
    return Vocabulary(
        numbers={row["word"]: _role(row) for row in words if "abbreviation" not in row["role"]},
        scales={row["word"]: _role(row) for row in words if row["role"] == "abbreviation"},
        money_scales={row["word"]: _role(row) for row in words if "abbreviation" in row["role"]},
        units=load_units(_rows),
        rates={row["symbol"]: (row["unit"], row["per"]) for row in _rows("unit_rates")},
        denominators={row["wording"]: row["denominator"] for row in _rows("rate_denominators")},
        currency_words={
            form: _currency(row)
            for row in currencies
            if row["form"] == "word"
            for form in (row["wording"], row["wording"] + "s")
        },
        currency_marks={
            row["wording"].replace(" ", ""): _currency(row) for row in currencies if row["form"] != "word"
        },
        mark_ends=frozenset(_last_token(mark) for mark in _marks(currencies)),
        hedges_before={row["wording"]: Hedge(row["hedge"]) for row in hedges if row["side"] == "before"},
        hedges_after={
            row["wording"].replace("-", "- "): Hedge(row["hedge"]) for row in hedges if row["side"] == "after"
        },
        hedge_ends=frozenset(_last_token(row["wording"]) for row in hedges if row["side"] == "before"),
        labels=frozenset(row["wording"] for row in _rows("number_labels")),
        names=_names(),
        cues=_cues(),
        triggers=frozenset(row["word"].casefold() for row in words if "abbreviation" not in row["role"]),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (vocabulary_home() / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _marks(currencies: list[dict[str, str]]) -> list[str]:
    """Signs and codes of currencies, the codes with an M for million too."""
    marks = [row["wording"] for row in currencies if row["form"] != "word"]
    return marks + ["M" + row["wording"] for row in currencies if row["form"] == "code"]


def _last_token(wording: str) -> str:
    """The last word, or the last sign where the wording ends with one."""
    return wording.rsplit(maxsplit=1)[-1] if wording[-1].isalpha() else wording[-1]


def _names() -> Phrases:
    names: Phrases = {}
    for row in _rows("number_names"):
        phrase = tuple(row["wording"].replace("-", " - ").split())
        names.setdefault(phrase[0], []).append(phrase)
    return names


def _cues() -> dict[str, frozenset[str]]:
    cues: dict[str, set[str]] = {}
    for row in _rows("number_cues"):
        cues.setdefault(row["cue"], set()).add(row["wording"])
    return {cue: frozenset(wordings) for cue, wordings in cues.items()}


def _role(row: dict[str, str]) -> Role:
    return Role(row["role"], Decimal(row["value"]))


def _currency(row: dict[str, str]) -> Currency:
    return Currency(row["unit"], tuple(row["also"].split("|")) if row["also"] else ())
