"""750 dated facts as a store of its own -> ``results/factbench.json``.

    python benchmarks/measure_factbench.py DEVSETS [--list]

A fifth of the subjects is held out of the store. Every fact is said in five ways (``factbench_wordings.csv``): with its date,
with the wrong date that the set has for it, and of subjects that the store does not know. DEVSETS is the folder with the
development sets; it is not part of the project.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from build_factbench_pack import build_factbench_pack, plain_name
from claims.evaluate.cases import Check
from claims.evaluate.score import Rate
from claims.records import Article, Finding, Verdict
from find_devset import find_devset, read_devset
from open_checker import open_checker
from record_result import record_result
from write_scratch_home import write_scratch_home

NAME = "factbench_train"
WORDINGS = Path(__file__).with_name("factbench_wordings.csv")
HELD_OUT = 0.2
SEED = 5
DAY = date(2014, 6, 1)
"""When the claims are made: the year of the set."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim: what it should draw (``correct``, ``wrong date``, ``held out``), and what it drew."""

    relation: str
    role: str
    wording: str
    text: str
    years_off: int
    verdict: str
    flagged: bool


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where the set is missing. ``--list`` shows what was neither supported nor flagged."""
    paths = find_devset([a for a in arguments if a != "--list"], str(__doc__), NAME)
    if paths is None:
        return 2
    rows = read_devset(paths[0])
    known, held = split([row for row in rows if row["kind"] == "correct"])
    wrong = {_key(row): row for row in rows if row["kind"] == "wrong/date"}
    with TemporaryDirectory() as folder:
        home = write_scratch_home(Path(folder) / "home", *build_factbench_pack(known))
        with open_checker(home) as (_store, check):
            said = [
                *(s for fact in known for s in _say(fact, fact, "correct", check)),
                *(s for fact in known for s in _say(fact, wrong[_key(fact)], "wrong date", check)),
                *(s for fact in held for s in _say(fact, fact, "held out", check)),
            ]
    figures = {
        "facts": len(known),
        "held_out": len(held),
        **summarise(said),
        "by_relation": _by_relation(said),
    }
    print(record_result("factbench", "make factbench", figures))
    for name, part in [("all", figures), *figures["by_relation"].items()]:
        print(f"{name:16}", {k: v["rate"] for k, v in part.items() if isinstance(v, dict) and "rate" in v})
    if "--list" in arguments:
        for line in sorted(map(_line, said)):
            print(line)
    return 0


def _key(row: dict[str, Any]) -> str:
    return str(row["file"]).rpartition("/")[2]


def split(facts: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The facts of the subjects that the store knows, and the rest."""
    subjects = sorted({fact["subject"] for fact in facts})
    out = set(Random(SEED).sample(subjects, round(HELD_OUT * len(subjects))))
    return [f for f in facts if f["subject"] not in out], [f for f in facts if f["subject"] in out]


def _say(fact: dict[str, Any], dates: dict[str, Any], role: str, check: Check) -> Iterator[Said]:
    off = abs(int(dates["valid_from"][:4]) - int(fact["valid_from"][:4]))
    if role == "wrong date" and off == 0:
        return  # only its end is wrong, which most wordings do not say
    for wording in _wordings()[fact["relation"]]:
        text = _write(wording, fact, dates)
        if text is None:
            continue
        findings = check(Article("a", text, "a", published=DAY)).findings
        yield Said(
            fact["relation"], role, wording, text, off, _verdict(findings), any(f.is_flag for f in findings)
        )


def _wordings() -> dict[str, list[str]]:
    found = defaultdict(list)
    with WORDINGS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["relation"]].append(row["wording"])
    return found


def _write(wording: str, fact: dict[str, Any], dates: dict[str, Any]) -> str | None:
    """The sentence; None where it needs an end that is the beginning again."""
    first, last = dates["valid_from"], dates["valid_to"]
    if "{last}" in wording and first[:4] == last[:4]:
        return None
    if len(first) < 10:
        wording = wording.replace("on {day}", "in {year}").replace("{day}", "{year}")
    text = wording.format(
        s=plain_name(fact["subject"]),
        o=plain_name(fact["object"]),
        day=_day(first) if len(first) == 10 else "",
        year=first[:4],
        last=last[:4],
    )
    return text[:1].upper() + text[1:]


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day:%B} {day.day}, {day.year}"


def _verdict(findings: tuple[Finding, ...]) -> str:
    """Flags before agreement before silence; of the silent the most telling reason."""
    flags = [f for f in findings if f.is_flag]
    dated = [f for f in findings if f.verdict is Verdict.SUPPORTED and _is_dated(f)]
    if flags or dated:
        return str((flags or dated)[0].verdict)
    reasons = Counter(f"{f.claim.predicate}: {f.reason}" for f in findings)
    return reasons.most_common(1)[0][0] if reasons else "no claim read"


def _is_dated(finding: Finding) -> bool:
    """Whether the claim is about when: that a place agrees, or that there was such an edition, is not."""
    if finding.claim.predicate in ("born_in", "died_in", "edition_year"):
        return False
    return finding.claim.predicate == "won_by" or any(slot.readings for slot in finding.claim.slots)


def summarise(said: list[Said]) -> dict[str, Any]:
    """The four figures of the issue with their intervals, and why claims drew nothing."""
    roles = {role: [s for s in said if s.role == role] for role in ("correct", "wrong date", "held out")}
    far = [s for s in roles["wrong date"] if s.years_off > 1]
    quiet = [s for role in ("correct", "held out") for s in roles[role]]
    return {
        "correct_supported": _rate(roles["correct"], lambda s: s.verdict == "supported"),
        "wrong_date_flagged": _rate(roles["wrong date"], lambda s: s.flagged),
        "wrong_date_flagged_two_years_off": _rate(far, lambda s: s.flagged),
        "false_flags_on_correct": _rate(roles["correct"], lambda s: s.flagged),
        "false_flags_on_held_out": _rate(roles["held out"], lambda s: s.flagged),
        "false_flags": _rate(quiet, lambda s: s.flagged),
        "causes_correct": _causes(s for s in roles["correct"] if s.verdict != "supported"),
        "causes_wrong_date": _causes(s for s in roles["wrong date"] if not s.flagged),
    }


def _rate(said: list[Said], test: Callable[[Said], bool]) -> dict[str, Any]:
    return Rate(sum(map(test, said)), len(said)).as_dict()


def _causes(said: Iterator[Said]) -> dict[str, int]:
    return dict(Counter(f"{s.relation} | {s.verdict}" for s in said).most_common(30))


def _by_relation(said: list[Said]) -> dict[str, Any]:
    relations = sorted({s.relation for s in said})
    return {name: summarise([s for s in said if s.relation == name]) for name in relations}


def _line(said: Said) -> str:
    return f"{said.relation} | {said.role} | {said.wording} | {said.verdict} | {said.years_off} | {said.text}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
