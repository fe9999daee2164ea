"""Rows of the unit tables -> every way to write a unit, with its dimension and factor."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

Rows = Callable[[str], list[dict[str, str]]]
POWERS = (
    ("2", "area", ("square {}", "sq {}", "{} squared"), ("{}2", "{}²", "{}^2", "sq{}")),
    ("3", "volume", ("cubic {}", "cu {}", "{} cubed"), ("{}3", "{}³", "{}^3")),
)
"""Id suffix, dimension, words and symbols of the powers of a length."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``value * factor + offset`` is the value in the base unit of its dimension.

    ``minor`` is the smaller unit that may follow it, as inches follow feet.
    """

    id: str
    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)
    minor: str = ""


@dataclass(slots=True)
class Units:
    """All units by id, and the ids by word (case-folded) and by symbol (as written)."""

    by_id: dict[str, Unit] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)

    def add(self, unit: Unit, words: list[str], symbols: list[str]) -> None:
        """Take in a unit; a wording that another unit already has stays with that one."""
        self.by_id[unit.id] = unit
        for word in words:
            for form in (word, _plural(word)):
                self.words.setdefault(form, unit.id)
        for symbol in symbols:
            self.symbols.setdefault(symbol, unit.id)


def load_units(rows: Rows) -> Units:
    """The units of ``units.csv`` with their prefixed forms, squares and cubes."""
    wordings: dict[str, tuple[list[str], list[str]]] = {}
    for row in rows("unit_words"):
        words, symbols = wordings.setdefault(row["unit"], ([], []))
        (words if row["form"] == "word" else symbols).append(row["wording"])
    units = Units()
    prefixes = {row["prefix"]: row for row in rows("unit_prefixes")}
    plain = [
        (_unit(row), row["prefixes"].split(), *wordings.get(row["unit"], ([], []))) for row in rows("units")
    ]
    for unit, _, words, symbols in plain:
        units.add(unit, words, symbols)
    for unit, allowed, words, symbols in plain:
        for prefix in allowed:
            units.add(*_prefixed(unit, words, symbols, prefixes[prefix]))
    for unit_id in [unit.id for unit in units.by_id.values() if unit.dimension == "length"]:
        for powered in _powers(units, unit_id):
            units.add(*powered)
    for unit_id, extra in wordings.items():  # wordings of prefixed units, such as "kilo"
        units.words.update({form: unit_id for word in extra[0] for form in (word, _plural(word))})
        units.symbols.update(dict.fromkeys(extra[1], unit_id))
    return units


def _unit(row: dict[str, str]) -> Unit:
    return Unit(row["unit"], row["dimension"], Decimal(row["factor"]), Decimal(row["offset"]), row["minor"])


def _prefixed(
    unit: Unit, words: list[str], symbols: list[str], prefix: dict[str, str]
) -> tuple[Unit, list[str], list[str]]:
    larger = Unit(prefix["prefix"] + unit.id, unit.dimension, unit.factor * Decimal(prefix["factor"]))
    marks = [prefix["prefix"], "μ"] if prefix["prefix"] == "µ" else [prefix["prefix"]]
    return larger, [prefix["word"] + word for word in words], [mark + s for mark in marks for s in symbols]


def _powers(units: Units, unit_id: str) -> Iterator[tuple[Unit, list[str], list[str]]]:
    base = units.by_id[unit_id]
    words = [word for word, owner in units.words.items() if owner == unit_id]
    symbols = [symbol for symbol, owner in units.symbols.items() if owner == unit_id]
    for suffix, dimension, word_forms, symbol_forms in POWERS:
        unit = Unit(unit_id + suffix, dimension, base.factor ** int(suffix))
        yield (
            unit,
            [form.format(word) for form in word_forms for word in [*words, *map(str.casefold, symbols)]],
            [form.format(symbol) for form in symbol_forms for symbol in symbols],
        )


def _plural(word: str) -> str:
    return word if word.endswith("s") else word + "s"
