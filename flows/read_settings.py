"""Options of the command line -> the settings of a run."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from claims.errors import SettingsError
from claims.judging.confidence_model import load_confidence_model
from claims.reading.reading_settings import READING_NAMES
from claims.settings import Settings


def read_settings(pairs: Sequence[str], precision: float | None, most_flags: float | None) -> Settings:
    """The settings that ``NAME=VALUE`` pairs and the two working points make of the defaults. Raises SettingsError.

    ``precision`` becomes the least confidence from which on held-out flags were right so often.
    """
    values: dict[str, Any] = dict(_pair(pair) for pair in pairs)
    if precision is not None:
        if not 0 < precision <= 1:
            raise SettingsError(f"the precision is {precision}; it must lie above 0 and be 1 at most")
        # Never lower than without: a precision that every flag has shows nothing that is else held back.
        least = values.get("min_confidence", Settings().min_confidence)
        values["min_confidence"] = max(least, load_confidence_model().threshold_for(precision))
    if most_flags is not None:
        values["max_flags_per_1000_words"] = most_flags
    return Settings(**values)


def _pair(text: str) -> tuple[str, float | int | str]:
    name, equals, value = text.partition("=")
    kinds: dict[str, type] = {f.name: type(getattr(Settings(), f.name)) for f in fields(Settings)}
    known = (*kinds, *READING_NAMES)
    if not equals:
        wanted = name if name in known else "NAME"
        raise SettingsError(f"--set {text} has no value; write {wanted}=VALUE (docs/settings.md)")
    if name not in kinds:
        raise SettingsError(f"there is no setting {name!r}; give one of {', '.join(known)}")
    try:
        return name, kinds[name](value)
    except ValueError as error:
        raise SettingsError(f"{name} is {value!r}; it must be a number") from error
