"""``docs/coverage.md`` from the store: ``python benchmarks/write_coverage.py [--check]``."""

import sys
from collections import defaultdict
from pathlib import Path

import duckdb

from claims.matching.minilm import MiniLM
from claims.store.ensure import ensure_store
from claims.store.knowledge import Knowledge
from claims.store.measure_agreement import measure_agreement
from claims.store.packs import packs_home

PAGE = Path(__file__).parents[1] / "docs" / "coverage.md"

HEAD = """# What the default store covers

Written by `python benchmarks/write_coverage.py` from the packs; a test checks that it is up to date. `claims facts info` prints
counts, newest dates, sources and licences of the store at hand, `claims facts check` what is doubtful in it.

## Where a mismatch may arise

A statement is flagged only where the store is closed, which is a property of the predicate and of the series:

| closed | when a statement that fits no fact contradicts | when it says nothing |
| --- | --- | --- |
| one value | the subject has one value at a time, and the store has it for the time that the statement speaks of | no value for that time; an open value after its as-of; a value marked unconfirmed |
| a whole year | the statement is on a whole year, and the store has the value of that year | any other time: a month, "now", since |
| whole list | the store holds every value of a subject of which it holds any | it holds none |
| never | - | always: the store can only support |
| series | the series is complete for the year and has no such edition in it | any other year |

Facts marked *unconfirmed* support but never contradict: estimates, what a better source has otherwise, and lists with known errors.
"""

TAIL = """## What it does not cover

- Anything after the as-of of an open row: an office row of 2022 says nothing of 2023. Ministers, governors of states other than
  those of the United States and members of parliaments end in summer 2022 for most countries.
- Holders before 1945, other than those of the United States, and much of what lies before 2000: see the gaps in `claims facts check`.
- Sports other than those of the series above, results of single matches other than football internationals and finals, records,
  standings, transfers, squads.
- People other than politicians, laureates, athletes of the listed series and makers of the listed films; families, careers, quotes.
- Companies other than the members of the listed share indexes; results, shares, deals. Prices other than by year or month.
- Sub-national figures other than people of cities; cities of fewer than some 100,000 people.
- Laws, court rulings, treaties and casualties, other than dates and places of the best known.
- Places within one country: news names the same venue at different grains (Bali, Nusa Dua), so these are not flagged.
- Disputed borders and governments: what is disputed has no row, or is unconfirmed.
"""

_RULES = {"value": "one value", "year": "a whole year", "list": "whole list", "": "never"}


def _predicates(db: duckdb.DuckDBPyConnection) -> list[str]:
    rows = db.execute(
        """SELECT predicate, any_value(single_valued), coalesce(any_value(closed), ''), count(*), count(DISTINCT subject),
                  count(*) FILTER (status = 'unconfirmed'),
                  max(greatest(valid_from, valid_to, as_of)) FILTER (status NOT IN ('scheduled', 'cancelled')),
                  string_agg(DISTINCT source, ', ' ORDER BY source)
           FROM facts JOIN predicates USING (predicate) GROUP BY predicate ORDER BY predicate"""
    ).fetchall()
    lines = [
        "| predicate | closed | values at a time | facts | about | unconfirmed | newest | packs |",
        "| --- | --- | --- | ---: | ---: | ---: | --- | --- |",
    ]
    for predicate, single, closed, facts, subjects, unsure, newest, packs in rows:
        many = "one" if single else "several"
        lines.append(
            f"| {predicate} | {_RULES[closed]} | {many} | {facts:,} | {subjects:,} | {unsure:,} | {newest or '-'} | {packs} |"
        )
    return lines


def _series(db: duckdb.DuckDBPyConnection) -> list[str]:
    """Complete series by pack with their years and number of editions, then how many are not complete."""
    rows = db.execute(
        """SELECT min(f.source), name, complete_from, complete_to, count(DISTINCT f.subject) FILTER (coalesce(t.status, '') <> 'cancelled')
           FROM series JOIN entities ON series = entity JOIN facts f ON f.predicate = 'edition_of' AND f.value = series
           LEFT JOIN facts t ON t.subject = f.subject AND t.predicate = 'took_place'
           GROUP BY series, name, complete_from, complete_to ORDER BY ALL"""
    ).fetchall()
    complete: dict[str, list[str]] = defaultdict(list)
    others: dict[str, int] = defaultdict(int)
    for pack, name, first, last, editions in rows:
        if first is None:
            others[pack] += 1
        else:
            complete[pack].append(f"{name} {first}-{last} ({editions})")
    lines = [
        "| pack | complete for these years (editions held or planned) | never complete |",
        "| --- | --- | ---: |",
    ]
    for pack in sorted({*complete, *others}):
        lines.append(f"| {pack} | {'; '.join(complete[pack]) or '-'} | {others[pack]} |")
    return lines


def _agreement(knowledge: Knowledge) -> list[str]:
    lines = [
        "| predicate | packs | slots both fill | alike | set aside |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    counts: dict[str, list[int]] = {}
    packs: dict[str, set[str]] = defaultdict(set)
    for rate in measure_agreement(knowledge.folders, knowledge.vocabulary):
        own = counts.setdefault(rate.predicate, [0, 0, 0])
        for i, count in enumerate((rate.compared, rate.agreeing, rate.set_aside)):
            own[i] += count
        packs[rate.predicate] |= set(rate.packs)
    for predicate, (compared, agreeing, aside) in counts.items():
        share = f"{agreeing / compared:.1%}" if compared else "-"
        lines.append(
            f"| {predicate} | {', '.join(sorted(packs[predicate]))} | {compared:,} | {share} | {aside:,} |"
        )
    return lines


def coverage(store: Path) -> str:
    """The page, from a store of the project's own packs."""
    knowledge = Knowledge.of(packs_home())
    with duckdb.connect(store, read_only=True) as db:
        (facts, entities, aliases) = (
            (db.execute(f"SELECT count(*) FROM {table}").fetchone() or (0,))[0]
            for table in ("facts", "entities", "aliases")
        )
        total = f"{facts:,} facts about {entities:,} entities with {aliases:,} names, from {len(knowledge.folders)} packs."
        parts = [
            HEAD,
            "## Predicates\n",
            f"{total}\n",
            *_predicates(db),
            "\n## Series\n",
            *_series(db),
            "\n## Agreement of sources\n",
            "Of facts about the same subject and time in two packs, how many are alike within the predicate's tolerance. *Set aside*: they",
            "differ, and one is unconfirmed. A pack leaves out what a better one has alike, so statistics hardly meet here.",
            "`in_country` differs by parts of a country (Scotland) and by former ones (Yugoslavia), of which both are right.\n",
            *_agreement(knowledge),
            "",
            TAIL,
        ]
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` say whether it is up to date."""
    page = coverage(ensure_store(MiniLM(), home=packs_home()))
    if arguments == ["--check"]:
        return int(PAGE.read_text(encoding="utf-8") != page)
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
