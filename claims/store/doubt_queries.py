"""The questions that ``claims facts check`` asks of a store, each a query that gives facts, packs and words.

``{...}`` are the tolerances of :mod:`claims.store.check_facts`.
"""

MACROS = """
    CREATE OR REPLACE TEMP MACRO early(d) AS try_cast(CASE length(d) WHEN 4 THEN d || '-01-01' WHEN 7 THEN d || '-01' WHEN 10 THEN d END AS DATE);
    CREATE OR REPLACE TEMP MACRO late(d) AS CASE length(d) WHEN 4 THEN try_cast(d || '-12-31' AS DATE)
        WHEN 7 THEN last_day(try_cast(d || '-01' AS DATE)) WHEN 10 THEN try_cast(d AS DATE) END;
    CREATE OR REPLACE TEMP MACRO slack(tolerance, amount) AS CASE WHEN ends_with(tolerance, '%')
        THEN abs(amount) * try_cast(rtrim(tolerance, '%') AS DOUBLE) / 100 ELSE coalesce(try_cast(tolerance AS DOUBLE), 0) END;
    CREATE OR REPLACE TEMP MACRO apart(one, other, part) AS
        abs(try_cast(split_part(one, ' ', part) AS DOUBLE) - try_cast(split_part(other, ' ', part) AS DOUBLE));
    CREATE OR REPLACE TEMP MACRO same(predicate, kind, tolerance, one, one_from, other, other_from, degrees) AS CASE
        WHEN kind = 'time' THEN starts_with(one_from, other_from) OR starts_with(other_from, one_from)
            OR (slack(tolerance, 0) > 0 AND abs(left(one_from, 4)::INT - left(other_from, 4)::INT) <= slack(tolerance, 0))
        WHEN kind = 'number' THEN abs(one::DOUBLE - other::DOUBLE) <= slack(tolerance, one::DOUBLE)
        WHEN predicate = 'coordinates' THEN apart(one, other, 1) < degrees AND apart(one, other, 2) < degrees
        ELSE one = other END;
"""
"""``early``, ``late``: the first and the last day that a partial date may mean. ``slack``: what a tolerance comes to.
``same``: whether two values of one slot have a reading in which they are the same, a number within its tolerance."""

SET_UP = f"""
    {MACROS}
    CREATE OR REPLACE TEMP TABLE terms AS
        SELECT f.fact, f.subject, f.value, f.source, f.status, f.as_of, f.valid_to = '' AS is_open,
               early(valid_from) AS first, late(valid_from) AS first_late,
               early(valid_to) AS last_early, coalesce(late(valid_to), late(as_of)) AS last
        FROM facts f JOIN predicates USING (predicate)
        WHERE single_valued AND temporal = 'interval' AND value_kind = 'entity' AND valid_from <> '' AND status IN ('', 'unconfirmed');
    CREATE OR REPLACE TEMP VIEW sure_terms AS FROM terms WHERE status = '';
    CREATE OR REPLACE TEMP TABLE terms_in_order AS
        SELECT *, lead(fact) OVER w AS next_fact, lead(value) OVER w AS next_value, lead(first) OVER w AS next_first, lead(source) OVER w AS next_source,
               max(last) OVER (PARTITION BY subject ORDER BY first, fact ROWS UNBOUNDED PRECEDING) AS last_so_far
        FROM terms WINDOW w AS (PARTITION BY subject ORDER BY first, fact);
    CREATE OR REPLACE TEMP TABLE doubled AS
        SELECT f.*, p.value_kind, p.temporal, p.tolerance FROM facts f JOIN predicates p USING (predicate)
        WHERE single_valued AND status = '' AND (value_kind <> 'entity' OR temporal = 'none')
        QUALIFY count(*) OVER (PARTITION BY f.subject, f.predicate, CASE temporal WHEN 'interval' THEN valid_from ELSE '' END) > 1;
"""

_SHOWN = "CASE {0}.value_kind WHEN 'time' THEN {0}.valid_from ELSE {0}.value END"
_SAME = (
    "same(a.predicate, a.value_kind, a.tolerance, a.value, a.valid_from, b.value, b.valid_from, {degrees})"
)
_PAIRS = f"""
    SELECT [a.fact, b.fact], list_distinct([a.source, b.source]),
           {_SHOWN.format("a")} || ' (' || a.source || ') and ' || {_SHOWN.format("b")} || ' (' || b.source || ')'
    FROM doubled a JOIN doubled b ON a.subject = b.subject AND a.predicate = b.predicate AND a.fact < b.fact
        AND (a.temporal <> 'interval' OR a.valid_from = b.valid_from)
"""

# The years of a series that is complete, with the usual number of years from one that was held to the next.
# A series that mostly has another distance (early elections) cannot be judged.
_STEPS = """
    WITH years AS (
        SELECT s.series, y.value::INT AS year, s.complete_from, s.complete_to, bool_and(coalesce(t.status, '') = 'cancelled') AS cancelled
        FROM series s
        JOIN facts m ON m.predicate = 'edition_of' AND m.value = s.series
        JOIN facts y ON y.predicate = 'edition_year' AND y.subject = m.subject
        LEFT JOIN facts t ON t.predicate = 'took_place' AND t.subject = m.subject
        WHERE s.complete_from IS NOT NULL GROUP BY ALL),
    steps AS (SELECT *, lead(year) OVER (PARTITION BY series ORDER BY year) AS next_year FROM years),
    held AS (SELECT series, lead(year) OVER (PARTITION BY series ORDER BY year) - year AS step FROM years WHERE NOT cancelled),
    usual AS (SELECT series, arg_max(step, n) AS usual, max(n) / sum(n) AS share
              FROM (SELECT series, step, count(*) AS n FROM held WHERE step IS NOT NULL GROUP BY ALL) GROUP BY series)
"""

QUERIES = {
    "reversed": """SELECT [fact], [source], 'ends on ' || valid_to || ', before it starts'
        FROM facts WHERE valid_from <> '' AND valid_to <> '' AND late(valid_to) < early(valid_from) ORDER BY fact""",
    "unknown": """SELECT [fact], [source], 'nothing has the id ' || id FROM (
            SELECT fact, source, subject AS id FROM facts
            UNION ALL SELECT fact, source, value FROM facts JOIN predicates USING (predicate) WHERE value_kind = 'entity')
        ANTI JOIN entities ON id = entity ORDER BY fact""",
    "overlap": """SELECT [a.fact, b.fact], list_distinct([a.source, b.source]),
            'both for ' || date_diff('day', b.first_late, least(coalesce(a.last_early, a.last), b.last)) || ' days from ' || b.first
        FROM sure_terms a JOIN sure_terms b ON a.subject = b.subject AND a.value <> b.value AND (a.first, a.fact) < (b.first, b.fact)
            AND coalesce(a.last_early, a.last) > b.first_late + {overlap_days} AND b.last > b.first_late + {overlap_days}
        ORDER BY a.fact, b.fact""",
    "nested": """SELECT [a.fact, b.fact], list_distinct([a.source, b.source]),
            'from ' || b.first || ' to ' || b.last || ', while the other goes on to ' || a.last
        FROM sure_terms a JOIN sure_terms b ON a.subject = b.subject AND a.value <> b.value AND a.first <= b.first AND a.fact <> b.fact
            AND b.last + {overlap_days} < coalesce(a.last_early, a.last) ORDER BY a.fact, b.fact""",
    "superseded": """SELECT [a.fact, min_by(b.fact, b.first)], list_distinct([a.source, min_by(b.source, b.first)]),
            'open as of ' || any_value(a.as_of) || ', but another is known from ' || min(b.first)
        FROM sure_terms a JOIN sure_terms b ON a.subject = b.subject AND a.value <> b.value AND a.is_open AND b.first > a.last
        GROUP BY a.fact, a.source ORDER BY a.fact""",
    "gap": """SELECT [fact, next_fact], list_distinct([source, next_source]),
            'nobody is known for ' || date_diff('day', last_so_far, next_first) || ' days from ' || last_so_far
        FROM terms_in_order WHERE NOT is_open AND last_so_far + {gap_days} < next_first AND last_so_far = last ORDER BY fact""",
    "conflict": f"{_PAIRS} WHERE a.source <> b.source AND NOT {_SAME} ORDER BY a.fact, b.fact",
    "double": f"{_PAIRS} WHERE a.source = b.source AND NOT {_SAME} ORDER BY a.fact, b.fact",
    "spike": """SELECT [fact], [source], value || ', while the years around it have ' || before || ' and ' || after
        FROM (SELECT f.*, value::DOUBLE AS v, lag(value::DOUBLE) OVER w AS before, lead(value::DOUBLE) OVER w AS after, p.tolerance,
                     lead(valid_from::INT) OVER w - lag(valid_from::INT) OVER w AS years
              FROM facts f JOIN predicates p USING (predicate)
              WHERE value_kind = 'number' AND temporal = 'interval' AND single_valued AND length(valid_from) = 4 AND status = ''
                AND f.predicate NOT IN ('inflation', 'gdp_growth')
              WINDOW w AS (PARTITION BY f.subject, f.predicate ORDER BY valid_from))
        WHERE years <= 4 AND (v - before) * (v - after) > 0 AND least(abs(v - before), abs(v - after))
            > greatest({spike} * slack(tolerance, (before + after) / 2), 3 * abs(before - after)) ORDER BY fact""",
    "lifetime": """SELECT [t.fact, coalesce(b.fact, d.fact)], list_distinct([t.source, coalesce(b.source, d.source)]),
            CASE WHEN b.fact IS NULL THEN 'begins on ' || t.valid_from || ', after its holder died on ' || d.valid_from
                 ELSE 'begins on ' || t.valid_from || ', when its holder, born on ' || b.valid_from || ', was a child' END
        FROM (SELECT fact, source, valid_from, CASE predicate WHEN 'served_in' THEN subject ELSE value END AS person
              FROM facts WHERE predicate IN ('held_by', 'held_by_acting', 'served_in') AND valid_from <> '') t
        LEFT JOIN facts b ON b.subject = person AND b.predicate = 'born' AND late(t.valid_from) < early(b.valid_from) + INTERVAL {adult_years} YEAR
        LEFT JOIN facts d ON d.subject = person AND d.predicate = 'died' AND early(t.valid_from) > late(d.valid_from)
        WHERE b.fact IS NOT NULL OR d.fact IS NOT NULL ORDER BY 1""",
    "namesake": """SELECT list(fact ORDER BY fact), list_distinct(list(source ORDER BY fact)), any_value(name) || ' is there ' || count(DISTINCT subject) || ' times, born on ' || valid_from
        FROM (SELECT f.fact, f.subject, f.source, f.valid_from, e.name, a.key FROM facts f JOIN entities e ON e.entity = f.subject
              JOIN aliases a ON a.entity = f.subject AND a.alias = e.name WHERE f.predicate = 'born' AND length(f.valid_from) = 10)
        GROUP BY key, valid_from HAVING count(DISTINCT subject) > 1 ORDER BY 1""",
    "edition": f"""{_STEPS} SELECT ['series ' || series], [], 'no edition after ' || year || ' until ' || coalesce('' || next_year, 'the end, ' || complete_to)
            || ', though complete ' || complete_from || '-' || complete_to || ' and mostly every ' || usual || ' years'
        FROM steps JOIN usual USING (series)
        WHERE coalesce(next_year, complete_to + 1) - year > usual AND share > 0.6 AND year >= complete_from AND year < complete_to
        ORDER BY series, year""",
    "stale": """SELECT [fact], [source], 'open, and last checked ' || as_of
        FROM facts WHERE valid_to = '' AND as_of <> '' AND late(as_of) < ?::DATE - {stale_days} ORDER BY fact""",
}  # fmt: skip
"""Kind of doubt -> the query that gives (facts, packs, words)."""
