"""Which rules a run judges by, as one string that changes with any of them."""

from functools import cache
from hashlib import sha256
from pathlib import Path

STAGES = ("records", "values", "extracting", "matching", "judging", "rereading", "store")
"""The packages whose code decides what is found; the vocabulary is part of the facts' own version."""


@cache
def rules_version() -> str:
    """Twelve hex digits over the code of every stage, in the order of its paths.

    The code and not a number kept by hand: what somebody forgets to raise would leave old findings standing.
    """
    home = Path(__file__).parent
    files = [home / "check.py"]
    for stage in STAGES:
        files += sorted((home / stage).rglob("*.py")) + sorted((home / stage).glob("*.sql"))
    digest = sha256()
    for path in files:
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
