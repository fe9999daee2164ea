-- Facts that follow from others, computed once at build so that they have evidence like any other.
INSERT INTO sources
SELECT 'derived', 'Computed from the other facts', 'fact-claims', '', 'CC0-1.0', max(accessed), max(newest), 9 FROM sources
HAVING count(*) > 0;

-- How many members an organisation had, from each change to the next; only where its list is complete.
INSERT INTO facts
WITH confirmed AS (
    SELECT f.* FROM facts f JOIN lists l ON l.predicate = f.predicate AND l.list_of = f.value
    WHERE f.predicate = 'member_of' AND f.status = '' AND f.valid_from <> ''
), steps AS (
    SELECT value AS org, valid_from AS day, 1 AS step FROM confirmed
    UNION ALL SELECT value, valid_to, -1 FROM confirmed WHERE valid_to <> ''
), changes AS (
    SELECT org, day, sum(sum(step)) OVER (PARTITION BY org ORDER BY day) AS members,
           lead(day, 1, '') OVER (PARTITION BY org ORDER BY day) AS next_day
    FROM steps GROUP BY org, day
), newest AS (SELECT value AS org, min(as_of) AS as_of FROM confirmed WHERE valid_to = '' GROUP BY value)
SELECT org || ':members:' || members || '@' || day, org, 'members', members::VARCHAR, day, next_day,
       CASE WHEN next_day = '' THEN as_of ELSE '' END, '', '', 'derived'
FROM changes JOIN newest USING (org) JOIN lists l ON l.predicate = 'member_of' AND l.list_of = org
WHERE (next_day = '' OR next_day >= l.complete_from::VARCHAR)
ORDER BY org, day;

-- The number of a holder in a list of holders that is complete from the first: who returns is counted again.
INSERT INTO facts
WITH terms AS (
    SELECT f.subject AS office, f.value AS holder, f.valid_from, f.valid_to, f.as_of,
           f.value IS DISTINCT FROM lag(f.value) OVER (PARTITION BY f.subject ORDER BY f.valid_from, f.fact) AS starts
    FROM facts f JOIN lists l ON l.predicate = f.predicate AND l.list_of = f.subject
    WHERE f.predicate = 'held_by' AND f.status = ''
), numbered AS (
    SELECT *, sum(starts::INTEGER) OVER (PARTITION BY office ORDER BY valid_from, holder) AS number FROM terms
)
SELECT office || ':holder_number:' || number || '@' || valid_from, office, 'holder_number', number::VARCHAR,
       valid_from, valid_to, as_of, '', '', 'derived'
FROM numbered ORDER BY office, valid_from;
