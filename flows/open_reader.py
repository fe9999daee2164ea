"""The second reader of a process, with the key that the environment holds."""

import os
from functools import cache

from claims.rereading.make_reader import make_reader
from claims.rereading.reader import SecondReader
from claims.settings import Settings

KEY = "CLAIMS_READER_KEY"


def open_reader(settings: Settings) -> SecondReader | None:
    """The second reader that the settings name, the same one each time; None where they name none.

    Raises SettingsError and ModelError.
    """
    return _open(settings.second_reader)


@cache
def _open(setting: str) -> SecondReader | None:
    return make_reader(setting, os.environ.get(KEY, ""))
