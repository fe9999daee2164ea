"""A file of judgements -> what a person said of each flag."""

import re
from pathlib import Path
from typing import Any

from claims.errors import CaseError
from claims.evaluate.cases import read_rows

JUDGEMENTS = ("real", "false")
_KEY = re.compile(r".+:\d+-\d+:\w+", re.DOTALL)


def read_judgements(path: Path) -> dict[str, str]:
    """Judgements by a flag's key, from JSON Lines with ``key`` and ``judgement`` (``real`` or ``false``).

    Raises CaseError with the file, the line and what is wrong; also where a flag is judged in both ways.
    """
    judged: dict[str, str] = {}
    for number, row in read_rows(path, "judgement"):
        key, judgement = _judgement(row, f"{path}:{number}")
        if judged.setdefault(key, judgement) != judgement:
            raise CaseError(f"{path}:{number}: {key} is judged {judged[key]} in a line before; keep one")
    return judged


def _judgement(row: dict[str, Any], place: str) -> tuple[str, str]:
    key, judgement = row.get("key"), row.get("judgement")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise CaseError(
            f'{place}: "key" is not that of a flag (article:start-end:reason); copy it from the list of'
            " `claims evaluate --untouched`"
        )
    if judgement not in JUDGEMENTS:
        raise CaseError(f'{place}: "judgement" is {judgement!r}, which is none of {", ".join(JUDGEMENTS)}')
    return key, judgement
