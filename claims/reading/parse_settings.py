"""NAME=VALUE as given on the command line -> reading settings."""

from collections.abc import Iterable

from claims.errors import SettingsError
from claims.reading.reading_settings import READING_NAMES, ReadingSettings

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def parse_settings(pairs: Iterable[str]) -> ReadingSettings:
    """The settings with the given ones changed. Raises SettingsError, which names what can be set."""
    values: dict[str, object] = {}
    for pair in pairs:
        name, equals, written = pair.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or name not in READING_NAMES:
            raise SettingsError(
                f"{pair!r} sets nothing; write NAME=VALUE with one of {', '.join(READING_NAMES)}"
            )
        values[name] = _typed(name, written.strip())
    return ReadingSettings(**values)  # type: ignore[arg-type] # _typed takes the type of each default


def _typed(name: str, written: str) -> object:
    default = getattr(ReadingSettings(), name)
    try:
        if isinstance(default, bool):
            return _TRUTH[written.lower()]
        return type(default)(written.replace("_", "") if isinstance(default, int | float) else written)
    except (KeyError, ValueError) as error:
        kind = "true or false" if isinstance(default, bool) else "a number"
        raise SettingsError(f"{name} is {written!r}; give {kind}") from error
