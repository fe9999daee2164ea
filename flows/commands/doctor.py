"""``claims doctor``: whether everything is there that a run needs."""

import os
from collections.abc import Iterator
from pathlib import Path

from claims.rules import rules_version
from flows.diagnosing.diagnose_facts import diagnose_facts, diagnose_packs
from flows.diagnosing.diagnose_model import diagnose_model
from flows.diagnosing.diagnose_packages import diagnose_packages
from flows.diagnosing.diagnose_places import diagnose_places
from flows.diagnosing.diagnose_prefect import diagnose_prefect
from flows.diagnosing.diagnosis import Diagnosis, State
from flows.exit_status import FAILED, NOTHING
from flows.write_terminal import write_json, write_lines

SIGNS = {State.GOOD: "ok", State.NOTE: "-", State.WARNING: "warning", State.FAILURE: "FAILURE"}


def examine(out: Path, facts: Path | None, *, as_json: bool) -> int:
    """Print how everything is; 2 where something keeps the program from its work."""
    found = list(_diagnose(out, facts))
    if as_json:
        write_json({"checks": [{"subject": d.subject, "state": d.state, "says": d.says} for d in found]})
    else:
        write_lines(_lines(found))
    return FAILED if any(d.state is State.FAILURE for d in found) else NOTHING


def _diagnose(out: Path, facts: Path | None) -> Iterator[Diagnosis]:
    yield from diagnose_packages()
    yield diagnose_model()
    yield diagnose_packs()
    yield diagnose_facts(facts)
    yield Diagnosis("rules", State.GOOD, rules_version())
    yield diagnose_prefect(os.environ)
    yield from diagnose_places(out)


def _lines(found: list[Diagnosis]) -> Iterator[str]:
    width = max(len(d.subject) for d in found)
    for one in found:
        yield f"{SIGNS[one.state]:<8} {one.subject:<{width}}  {one.says}"
    bad = sum(d.state is State.FAILURE for d in found)
    yield f"{bad} failures: mend them in this order" if bad else "nothing keeps claims from its work"
