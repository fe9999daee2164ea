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

-- Who led a country and when: the offices of its heads, terms of one person that follow on each other as one.
INSERT INTO facts
WITH heads AS (
    SELECT f.value AS person, o.value AS country, f.valid_from, f.valid_to, f.as_of, f.status
    FROM facts f
    JOIN facts t ON t.subject = f.subject AND t.predicate = 'office_title' AND t.value IN (
        'title/president', 'title/prime-minister', 'title/chancellor', 'title/premier', 'title/taoiseach', 'title/king',
        'title/queen', 'title/emperor', 'title/sultan', 'title/emir', 'title/supreme-leader')
    JOIN facts o ON o.subject = f.subject AND o.predicate = 'office_of' AND o.value LIKE 'country/%'
    WHERE f.predicate = 'held_by' AND f.valid_from <> ''
), marked AS (
    SELECT *, left(valid_from, 4)::INTEGER > coalesce(max(CASE WHEN valid_to = '' THEN 9999 ELSE left(valid_to, 4)::INTEGER END)
        OVER (PARTITION BY person, country ORDER BY valid_from, valid_to ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS opens
    FROM heads
), spells AS (
    SELECT *, sum(opens::INTEGER) OVER (PARTITION BY person, country ORDER BY valid_from, valid_to) AS spell FROM marked
)
SELECT person || ':ruled:' || country || '@' || min(valid_from), person, 'ruled', country, min(valid_from),
       CASE WHEN bool_or(valid_to = '') THEN '' ELSE max(valid_to) END,
       CASE WHEN bool_or(valid_to = '') THEN max(as_of) ELSE '' END,
       CASE WHEN bool_or(status <> '') THEN 'unconfirmed' ELSE '' END, '', 'derived'
FROM spells GROUP BY person, country, spell ORDER BY ALL;

-- When a leader came to power and left it, of those who did so once.
INSERT INTO facts
WITH once AS (
    SELECT subject, any_value(valid_from) AS start, any_value(valid_to) AS ending, any_value(status) AS status
    FROM facts WHERE predicate = 'ruled' GROUP BY subject HAVING count(*) = 1
)
SELECT subject || ':power_from', subject, 'power_from', '', start, start, '', status, '', 'derived' FROM once
UNION ALL
SELECT subject || ':power_to', subject, 'power_to', '', ending, ending, '', status, '', 'derived' FROM once WHERE ending <> ''
ORDER BY ALL;

-- How common the first and last words of persons' names are; a word that one person alone has tells nothing.
INSERT INTO person_words
WITH persons AS (SELECT string_split(lower(name), ' ') AS words FROM entities WHERE kind = 'person')
SELECT words[1], 'first', count(*) FROM persons WHERE len(words) > 1 GROUP BY words[1] HAVING count(*) > 1
UNION ALL
SELECT words[-1], 'last', count(*) FROM persons WHERE len(words) > 1 GROUP BY words[-1] HAVING count(*) > 1
UNION ALL
SELECT '', 'all', count(*) FROM persons
ORDER BY ALL;
