-- How many titles each winner of a series had, and how many in a row, from each win on. Only for the series of
-- title_series, whose winners are all known. A winner and a series make a "record", which the counts are facts of.
CREATE TEMP TABLE title_editions AS
SELECT s.series, y.subject AS edition, y.value AS year, coalesce(nullif(t.valid_to, ''), y.value) AS day,
       coalesce(nullif(t.valid_from, ''), y.value) AS start,
       coalesce(t.status, '') AS status,
       y.subject IN (SELECT subject FROM facts WHERE predicate = 'won_by' AND status = '') AS decided
FROM title_series s JOIN facts e ON e.predicate = 'edition_of' AND e.value = s.series
JOIN facts y ON y.predicate = 'edition_year' AND y.subject = e.subject
LEFT JOIN facts t ON t.predicate = 'took_place' AND t.subject = e.subject
WHERE coalesce(t.status, '') <> 'cancelled';

-- Until when nobody else can have won: the sources' newest date, or before the first edition not decided since.
CREATE TEMP TABLE title_until AS
WITH decided AS (SELECT series, max(day) AS last FROM title_editions WHERE decided GROUP BY series),
coming AS (
    SELECT series, min(start) AS start FROM title_editions JOIN decided USING (series)
    WHERE NOT decided AND day > last GROUP BY series
), known AS (
    SELECT e.series, min(s.newest) AS newest FROM title_editions e
    JOIN facts f ON f.subject = e.edition AND f.predicate = 'won_by' JOIN sources s ON s.source = f.source
    GROUP BY e.series
)
SELECT series, last, least(newest::VARCHAR, CASE WHEN length(start) = 10 THEN (start::DATE - 1)::VARCHAR
                                               ELSE (left(start, 4)::INTEGER - 1)::VARCHAR || '-12-31' END) AS as_of
FROM decided JOIN known USING (series) LEFT JOIN coming USING (series);

-- The editions up to the last that is decided, numbered; and every win under the name that it counts for today.
CREATE TEMP TABLE title_wins AS
WITH numbered AS (
    SELECT e.*, row_number() OVER (PARTITION BY series ORDER BY day, edition) AS number,
           lead(day, 1, '') OVER (PARTITION BY series ORDER BY day, edition) AS next_day
    FROM title_editions e JOIN title_until USING (series) WHERE day <= last
), wins AS (
    SELECT DISTINCT n.series, n.number, n.year, n.day, n.next_day, coalesce(h.heir, f.value) AS winner
    FROM numbered n JOIN facts f ON f.subject = n.edition AND f.predicate = 'won_by' AND f.status = ''
    LEFT JOIN title_heirs h ON h.former = f.value
)
SELECT *, number - row_number() OVER (PARTITION BY series, winner ORDER BY number) AS island FROM wins
QUALIFY min(year::INTEGER) OVER (PARTITION BY series, winner)
        >= coalesce((SELECT newcomers_from FROM title_series s WHERE s.series = wins.series), 0);

CREATE TEMP TABLE title_records AS
WITH names AS (
    SELECT DISTINCT series, winner, winner AS named FROM title_wins
    UNION SELECT DISTINCT w.series, w.winner, h.former FROM title_wins w JOIN title_heirs h ON h.heir = w.winner
)
SELECT n.*, 'record/' || replace(named, '/', '-') || '-in-' || split_part(n.series, '/', 2) AS record,
       w.name || ' in the ' || s.name AS name
FROM names n JOIN entities w ON w.entity = n.named JOIN entities s ON s.entity = n.series;

INSERT INTO entities SELECT record, 'record', name FROM title_records ORDER BY record;

INSERT INTO facts
SELECT record || ':' || predicate || ':' || value, record, predicate, value, '', '', '', '', '', 'derived'
FROM (SELECT record, 'record_of' AS predicate, named AS value FROM title_records
      UNION ALL SELECT record, 'record_in', series FROM title_records)
ORDER BY ALL;

INSERT INTO facts
WITH counted AS (
    SELECT series, winner, day AS valid_from, 'titles' AS predicate,
           row_number() OVER (PARTITION BY series, winner ORDER BY number) AS count,
           lead(day, 1, '') OVER (PARTITION BY series, winner ORDER BY number) AS valid_to
    FROM title_wins
    UNION ALL
    SELECT series, winner, day, 'titles_in_a_row',
           row_number() OVER (PARTITION BY series, winner, island ORDER BY number), next_day
    FROM title_wins
)
SELECT record || ':' || predicate || ':' || count || '@' || valid_from, record, predicate, count::VARCHAR,
       valid_from, valid_to, CASE WHEN valid_to = '' THEN as_of ELSE '' END, '', '', 'derived'
FROM counted JOIN title_records USING (series, winner) JOIN title_until USING (series)
ORDER BY record, predicate, valid_from;

-- The number of an edition in a series known from its first, where no source gives one.
INSERT INTO facts
SELECT edition || ':edition_ordinal:' || number, edition, 'edition_ordinal', number::VARCHAR, '', '', '', '', '', 'derived'
FROM (SELECT edition, series, row_number() OVER (PARTITION BY series ORDER BY day, edition) AS number FROM title_editions
      JOIN title_series USING (series) WHERE newcomers_from IS NULL)
WHERE series NOT IN (
    SELECT e.value FROM facts e JOIN facts o ON o.subject = e.subject AND o.predicate = 'edition_ordinal'
    WHERE e.predicate = 'edition_of'
)
ORDER BY edition;

DROP TABLE title_records;
DROP TABLE title_wins;
DROP TABLE title_until;
DROP TABLE title_editions;
