"""A package of an extra, or an error that says how to get it."""

from importlib import import_module
from types import ModuleType

from claims.errors import MissingExtra


def import_extra(package: str, extra: str, what: str) -> ModuleType:
    """The package. Raises MissingExtra where it is not installed; ``what`` is what it is needed for."""
    try:
        return import_module(package)
    except ImportError as error:
        raise MissingExtra(
            f'{what} are read with the extra "{extra}", which is not installed; install it with:'
            f" python -m pip install 'fact-claims[{extra}]'"
        ) from error
