"""Many wordings of one fact -> ``results/pararel.json``.

    python benchmarks/measure_pararel.py DEVSETS [--list]

Of every relation for which the vocabulary has a predicate (``pararel_relations.csv``), a sample of its pairs becomes a store of
its own. Each pair is said in every wording of the set, as it is and with the value of another pair. DEVSETS is the folder with
the development sets; it is not part of the project.
"""

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from claims.evaluate.cases import Check
from claims.evaluate.score import Rate
from claims.records import Article, Finding, Verdict
from claims.store.encoder import Encoder
from claims.store.packs import packs_home
from claims.values.names import slug
from find_devset import find_devset, read_devset
from open_checker import open_checker
from record_result import record_result
from remembering_encoder import RememberingEncoder
from write_scratch_home import ScratchPack, write_scratch_home

NAME = "pararel_dev"
RELATIONS = Path(__file__).with_name("pararel_relations.csv")
SAMPLE = 20
SEED = 5
AS_OF, DAY = "2026-01", date(2025, 6, 1)
"""Until when the facts are known to hold, and when they are said."""
AGREES = str(Verdict.SUPPORTED)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the set and what it is in the program's vocabulary."""

    name: str
    predicate: str
    subject_kind: str
    value_kind: str
    interval: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One fact in one wording: the predicate that was read of it, or "", and the verdict."""

    wording: str
    read: bool
    verdict: str


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where the set is missing. ``--list`` shows each wording's share."""
    paths = find_devset([a for a in arguments if a != "--list"], str(__doc__), NAME)
    if paths is None:
        return 2
    known = {relation.name: relation for relation in read_relations()}
    rows = [row for row in read_devset(paths[0]) if row["relation"] in known]
    facts, wordings, encoder = {}, Counter[tuple[str, str, bool]](), RememberingEncoder()
    for row in rows:
        facts[row["relation"]] = measure(known[row["relation"]], row, wordings, encoder)
    figures = {
        "relations": {name: known[name].predicate for name in facts},
        **summarise([fact for part in facts.values() for fact in part]),
        "by_relation": {name: summarise(part) for name, part in facts.items()},
    }
    print(record_result("pararel", "make pararel", figures))
    for name, part in [("all", figures), *figures["by_relation"].items()]:
        print(
            name,
            {key: part[key]["rate"] for key in part if isinstance(part[key], dict) and "rate" in part[key]},
        )
    if "--list" in arguments:
        for (relation, wording, read), count in sorted(wordings.items()):
            print(f"{relation} {'read' if read else 'NOT READ'} {count} {wording}")
    return 0


def read_relations() -> list[Relation]:
    """The relations whose predicate the vocabulary has, as it stands now."""
    with (packs_home() / "vocabulary" / "predicates.csv").open(encoding="utf-8", newline="") as file:
        predicates = {row["predicate"]: row for row in csv.DictReader(file)}
    with RELATIONS.open(encoding="utf-8", newline="") as file:
        return [
            Relation(*row.values(), predicates[row["predicate"]]["temporal"] == "interval")
            for row in csv.DictReader(file)
            if row["predicate"] in predicates
        ]


def measure(
    relation: Relation, row: dict[str, Any], wordings: Counter[tuple[str, str, bool]], encoder: Encoder
) -> list[dict[str, Any]]:
    """For each pair of a sample what was read of its wordings, true and false."""
    random = Random(f"{SEED}{relation.name}")
    single = _single_valued([tuple(pair) for pair in row["triples"]])
    pairs = random.sample(single, min(SAMPLE, len(single)))
    values = sorted({value for _subject, value in pairs})
    results = []
    with TemporaryDirectory() as folder:
        home = write_scratch_home(Path(folder) / "home", _pack(relation, pairs))
        with open_checker(home, encoder) as (_store, check):
            for subject, value in pairs:
                other = random.choice([v for v in values if v != value])
                true = [_say(w, subject, value, relation, check) for w in row["patterns"]]
                false = [_say(w, subject, other, relation, check) for w in row["patterns"]]
                wordings.update((relation.name, said.wording, said.read) for said in true)
                results.append({"true": true, "false": false})
    return results


def _single_valued(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs whose subject has one value, so that another is wrong, and in which no name stands twice."""
    count = Counter(slug(subject) for subject, _value in pairs)
    values = {slug(value) for _subject, value in pairs}
    return sorted(p for p in pairs if count[slug(p[0])] == 1 and slug(p[0]) not in values and slug(p[0]))


def _pack(relation: Relation, pairs: list[tuple[str, str]]) -> ScratchPack:
    pack = ScratchPack()
    for subject, value in pairs:
        one = pack.add_entity(relation.subject_kind, slug(subject), subject)
        other = pack.add_entity(relation.value_kind, slug(value), value)
        pack.add_fact(one, relation.predicate, other, as_of=AS_OF if relation.interval else "")
    return pack


def _say(wording: str, subject: str, value: str, relation: Relation, check: Check) -> Said:
    text = wording.replace("[X]", subject).replace("[Y]", value).replace(" .", ".").strip()
    text = text[:1].upper() + text[1:]
    findings = check(Article("a", text, "a", published=DAY)).findings
    own = [f for f in findings if _is_of(f, subject, value, relation)]
    verdicts = sorted({_verdict(f) for f in own})
    return Said(wording, bool(own), " ".join(verdicts) or "not read")


def _is_of(finding: Finding, subject: str, value: str, relation: Relation) -> bool:
    """Whether a claim is of the relation's predicate, with the right things in its slots."""
    entities = {entity for slot in finding.claim.slots for entity in slot.entities}
    ids = {f"{relation.subject_kind}/{slug(subject)}", f"{relation.value_kind}/{slug(value)}"}
    return finding.claim.predicate == relation.predicate and ids <= entities


def _verdict(finding: Finding) -> str:
    return (
        f"{finding.verdict}"
        if finding.verdict is not Verdict.NOT_ENOUGH_INFO
        else f"silent: {finding.reason}"
    )


def summarise(facts: list[dict[str, Any]]) -> dict[str, Any]:
    """Shares over wordings and over facts; a fact has one verdict where every wording gave the same."""
    true = [said for fact in facts for said in fact["true"]]
    false = [said for fact in facts for said in fact["false"]]
    flags = [
        said for said in true if said.verdict not in (AGREES, "not read") and "silent" not in said.verdict
    ]
    return {
        "facts": len(facts),
        "wordings_read": Rate(sum(said.read for said in true), len(true)).as_dict(),
        "true_supported": Rate(sum(said.verdict == AGREES for said in true), len(true)).as_dict(),
        "true_flagged": Rate(len(flags), len(true)).as_dict(),
        "false_flagged": Rate(
            sum("mismatch" in s.verdict or "outdated" in s.verdict for s in false), len(false)
        ).as_dict(),
        "facts_with_one_verdict_true": Rate(_same(facts, "true"), len(facts)).as_dict(),
        "facts_with_one_verdict_false": Rate(_same(facts, "false"), len(facts)).as_dict(),
        "facts_with_one_verdict_where_read": Rate(_same(facts, "true", read=True), len(facts)).as_dict(),
        "pairs_of_wordings_alike": _pairs(facts),
        "verdicts_true": dict(Counter(said.verdict for said in true).most_common()),
        "verdicts_false": dict(Counter(said.verdict for said in false).most_common()),
    }


def _same(facts: list[dict[str, Any]], which: str, read: bool = False) -> int:
    return sum(len({said.verdict for said in fact[which] if said.read or not read}) == 1 for fact in facts)


def _pairs(facts: list[dict[str, Any]]) -> float | None:
    """The share of pairs of wordings of one true fact that draw the same verdict."""
    alike = total = 0
    for fact in facts:
        counts = Counter(said.verdict for said in fact["true"])
        number = sum(counts.values())
        alike += sum(n * (n - 1) for n in counts.values())
        total += number * (number - 1)
    return round(alike / total, 4) if total else None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
