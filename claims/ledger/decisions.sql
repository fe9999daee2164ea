-- What reviewers decide, and what of it holds for the flags of a run. Times are UTC.

-- What each flag is known by, so that decisions find it again.
CREATE TABLE flags (
    run VARCHAR NOT NULL,               -- the run that judged the article
    article VARCHAR NOT NULL,
    finding INTEGER NOT NULL,
    claim VARCHAR NOT NULL,             -- hash of the statement as it was understood, slot by slot
    facts VARCHAR NOT NULL,             -- hash of what the facts behind it say
    rule VARCHAR NOT NULL,              -- shape.predicate.reason
    value VARCHAR NOT NULL,             -- hash of these three: the same error, wherever it is made
    occurrence VARCHAR NOT NULL         -- hash of value, article and place among equal ones: this flag alone, in any run
);

-- Rows are added and never changed: an undo is a row, too.
CREATE TABLE decisions (
    decision VARCHAR PRIMARY KEY,
    decided TIMESTAMP NOT NULL,
    choice VARCHAR NOT NULL,            -- accept, reject, defer, undo
    scope VARCHAR NOT NULL,             -- occurrence, value, rule
    target VARCHAR NOT NULL,            -- what it holds for: a value of flag_targets.target
    reviewer VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,            -- a code, or empty
    note VARCHAR NOT NULL,
    repair INTEGER,                     -- which repair an accepted flag is corrected by, from 1
    expires DATE,                       -- from this day on it holds no longer
    undoes VARCHAR,                     -- the decision that an undo takes back
    batch VARCHAR NOT NULL,             -- equal for what was decided by one key
    run VARCHAR NOT NULL,               -- the flag it was made on, as in flags
    article VARCHAR NOT NULL,
    finding INTEGER NOT NULL,
    occurrence VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    facts VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL          -- of that flag, as it was then
);

-- Who is to look at a flag; the newest row counts, and an empty name is nobody.
CREATE TABLE assignments (
    occurrence VARCHAR NOT NULL,
    assignee VARCHAR NOT NULL,
    assigned TIMESTAMP NOT NULL,
    assigned_by VARCHAR NOT NULL
);

-- Which decision held for which flag of a run when it was reported.
CREATE TABLE settled (
    run VARCHAR NOT NULL,               -- the run that was reported, not the one that judged
    article VARCHAR NOT NULL,
    finding INTEGER NOT NULL,
    decision VARCHAR NOT NULL
);

-- The last decision for each target that nobody has taken back. An undo may be undone itself.
CREATE VIEW standing_decisions AS
    SELECT d.* FROM decisions d
    WHERE d.choice <> 'undo' AND d.decision NOT IN (
        SELECT u.undoes FROM decisions u
        WHERE u.undoes IS NOT NULL
        AND u.decision NOT IN (SELECT w.undoes FROM decisions w WHERE w.undoes IS NOT NULL)
    )
    QUALIFY row_number() OVER (PARTITION BY d.target ORDER BY d.decided DESC, d.decision DESC) = 1;

-- By what a decision can hold for a flag, the narrowest first. A rule is one rule as long as the code that judges is the same.
CREATE VIEW flag_targets AS
    SELECT f.run, f.article, f.finding, f.occurrence, t.rank, t.target FROM flags f JOIN runs r ON r.run = f.run,
    LATERAL (VALUES
        (1, 'occurrence:' || f.occurrence),
        (2, 'value:' || f.value),
        (3, 'rule:' || f.rule || '@' || r.rules)
    ) t(rank, target);

-- Of each article what was found last; a run that took findings over found them anew.
CREATE VIEW newest_articles AS
    SELECT a.* FROM articles a JOIN runs r USING (run)
    QUALIFY row_number() OVER (PARTITION BY a.article ORDER BY r.started DESC, r.run DESC) = 1;
