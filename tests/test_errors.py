"""The tree at the top of ``claims/errors.py`` is the one in the code."""

import re
from importlib import import_module
from pkgutil import walk_packages

import claims
import flows
from claims import errors
from claims.errors import ClaimsError


def drawn() -> dict[str, int]:
    """Each name of the drawing with its depth."""
    lines = re.findall(r"^((?:[│├└─ ]{4})*)(\w+)\b", errors.__doc__ or "", re.MULTILINE)
    start = next(i for i, (_bars, name) in enumerate(lines) if name == "ClaimsError")
    tree = [(bars, name) for bars, name in lines[start:] if bars or name == "ClaimsError"]
    return {name: len(bars) // 4 for bars, name in tree}


def written(error: type[ClaimsError] = ClaimsError, depth: int = 0) -> dict[str, int]:
    below = {k: v for child in error.__subclasses__() for k, v in written(child, depth + 1).items()}
    return {error.__name__: depth, **below}


def test_every_error_is_drawn_in_its_place() -> None:
    for package in (claims, flows):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    assert drawn() == written()
