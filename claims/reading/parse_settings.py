"""NAME=VALUE as given on the command line -> reading settings."""

from collections.abc import Iterable
from typing import Any

from claims.errors import SettingsError
from claims.reading.reading_settings import READING_NAMES, ReadingSettings

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def parse_settings(pairs: Iterable[str]) -> tuple[ReadingSettings, list[str]]:
    """The settings with the given ones changed, and the pairs that name no reading setting. Raises SettingsError."""
    values: dict[str, Any] = {}
    others = []
    for pair in pairs:
        name, equals, written = pair.partition("=")
        if equals and name in READING_NAMES:
            values[name] = _typed(name, written.strip())
        else:
            others.append(pair)
    return ReadingSettings(**values), others


def _typed(name: str, written: str) -> object:
    default = getattr(ReadingSettings(), name)
    try:
        return _TRUTH[written.lower()] if isinstance(default, bool) else type(default)(written)
    except (KeyError, ValueError) as error:
        kind = "true or false" if isinstance(default, bool) else "a number"
        raise SettingsError(f"{name} is {written!r}; it must be {kind}") from error
