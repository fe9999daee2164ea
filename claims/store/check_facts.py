"""What is doubtful in a store: sources that disagree, gaps, overlaps, stale rows. All in SQL."""

from dataclasses import dataclass
from datetime import date

import duckdb

OVERLAP_DAYS = 45
"""Two holders of one office may overlap this long: a handover, or two ways of counting its day."""
GAP_DAYS = 90
"""An office may be vacant this long before its list looks incomplete."""
STALE_DAYS = 400
"""An open row checked longer ago than this should be checked again."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: what kind, which facts, and in words why."""

    kind: str
    facts: tuple[str, ...]
    text: str


_TERMS = """
    WITH terms AS (
        SELECT f.*, try_cast(CASE length(valid_from) WHEN 4 THEN valid_from || '-01-01' WHEN 7 THEN valid_from || '-01' ELSE valid_from END AS DATE) AS first,
               try_cast(CASE length(valid_to) WHEN 4 THEN valid_to || '-12-31' WHEN 7 THEN valid_to || '-28' ELSE nullif(valid_to, '') END AS DATE) AS last
        FROM facts f JOIN predicates USING (predicate)
        WHERE single_valued AND temporal = 'interval' AND value_kind = 'entity' AND valid_from <> '' AND status = ''),
    pairs AS (
        SELECT *, lead(fact) OVER w AS next_fact, lead(value) OVER w AS next_value, lead(first) OVER w AS next_first
        FROM terms WINDOW w AS (PARTITION BY subject, predicate ORDER BY first, fact))
"""

_QUERIES = {
    "overlap": f"""{_TERMS} SELECT [fact, next_fact], 'both held it for ' || date_diff('day', next_first, coalesce(last, DATE '9999-12-31')) || ' days'
        FROM pairs WHERE next_value <> value AND length(valid_from) = 10 AND coalesce(last, DATE '9999-12-31') > next_first + {OVERLAP_DAYS} ORDER BY fact""",
    "gap": f"""{_TERMS} SELECT [fact, next_fact], 'nobody is known for ' || date_diff('day', last, next_first) || ' days'
        FROM pairs WHERE next_first IS NOT NULL AND length(valid_to) = 10 AND last + {GAP_DAYS} < next_first ORDER BY fact""",
    "conflict": """SELECT list(fact ORDER BY source), 'sources give ' || string_agg(DISTINCT shown, ' and ' ORDER BY shown)
        FROM (SELECT f.*, CASE value_kind WHEN 'time' THEN valid_from ELSE value END AS shown, CASE temporal WHEN 'interval' THEN valid_from ELSE '' END AS moment
              FROM facts f JOIN predicates USING (predicate) WHERE single_valued AND status = '' AND (value_kind <> 'entity' OR temporal = 'none'))
        GROUP BY subject, predicate, moment HAVING count(DISTINCT source) > 1 AND count(DISTINCT shown) > 1
           AND min(length(shown)) = max(length(shown)) ORDER BY 1""",
    "stale": """SELECT [fact], 'open, and last checked ' || as_of FROM facts WHERE valid_to = '' AND as_of <> ''
        AND try_cast(CASE length(as_of) WHEN 4 THEN as_of || '-12-31' WHEN 7 THEN as_of || '-28' ELSE as_of END AS DATE) < ?::DATE - {days} ORDER BY fact""".replace("{days}", str(STALE_DAYS)),
}  # fmt: skip


def check_facts(db: duckdb.DuckDBPyConnection, today: date) -> list[Doubt]:
    """Every doubt about the facts of an open store, by kind: overlap, gap, conflict, stale."""
    doubts = []
    for kind, query in _QUERIES.items():
        rows = db.execute(query, [today] if "?" in query else []).fetchall()
        doubts += [Doubt(kind, tuple(facts), text) for facts, text in rows]
    return doubts
