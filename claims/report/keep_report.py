"""What a report was made of <-> bytes, so that a run which found the same is reported without opening its articles again."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from claims.report.as_html import Cards
from claims.report.flag_view import OriginView
from claims.report.view import ReportView

LEVEL = 1
SUFFIXES = frozenset((".py", ".sql", ".j2", ".js", ".css", ".csv", ".json"))


@dataclass(frozen=True, slots=True)
class KeptReport:
    """The report of a run: what its page shows, the markup of its flags, and the SHA-256 of its report.json.

    ``made_from`` stands for what it was made from, and by what code: of the ledger, and ``report_form``.
    """

    run: str
    made_from: str
    json_sha256: str
    view: ReportView
    cards: Cards


def report_form(origins: Mapping[str, OriginView]) -> str:
    """32 hex digits that change with the code and the templates of the whole library, and with how sources of facts are named."""
    named = sha256(repr(sorted(origins.items())).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_code()[:16]}{named[:16]}"


def pack_report(report: KeptReport) -> bytes:
    """The report as compressed JSON."""
    return zlib.compress(_reports().dump_json(report), LEVEL)


def unpack_report(packed: bytes) -> KeptReport | None:
    """The report that was packed; None for anything else."""
    try:
        return _reports().validate_json(zlib.decompress(packed))
    except (ValueError, zlib.error):
        return None


@cache
def _reports() -> TypeAdapter[KeptReport]:
    return TypeAdapter(KeptReport)


@cache
def _code() -> str:
    home, digest = Path(__file__).parents[1], sha256()
    for path in sorted(home.rglob("*")):
        if path.suffix in SUFFIXES and "_data" not in path.relative_to(home).parts:
            digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
