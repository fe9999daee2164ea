"""``--set @FILE``: a JSON object of settings -> NAME=VALUE, as on the command line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.errors import SettingsError


def with_files(pairs: list[str] | None) -> list[str] | None:
    """The pairs, with those of a file in place of each ``@FILE``. Raises SettingsError."""
    return [one for pair in pairs for one in _expand(pair)] if pairs else pairs


def _expand(pair: str) -> Iterator[str]:
    if not pair.startswith("@"):
        yield pair
        return
    path = Path(pair[1:])
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"the settings {path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"the settings {path} are not JSON: {error}") from error
    if not isinstance(told, dict):
        raise SettingsError(f"the settings {path} are no object of names and values")
    yield from (f"{name}={_written(value)}" for name, value in told.items())


def _written(value: Any) -> str:  # noqa: ANN401 - whatever stands in a file
    """A value as it would stand on the command line; an object becomes ``name=value name=value``."""
    if isinstance(value, dict):
        return " ".join(f"{name}={_written(inner)}" for name, inner in value.items())
    return json.dumps(value) if isinstance(value, bool) else str(value)
