-- The run database. Times are UTC. A row of runs without a finished time is a run that is going on or was cut off.

CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

CREATE TABLE runs (
    run VARCHAR PRIMARY KEY,
    started TIMESTAMP NOT NULL,
    finished TIMESTAMP,
    inputs VARCHAR[] NOT NULL,          -- the paths as they were given
    default_date DATE,                  -- for articles that state no date
    program VARCHAR NOT NULL,
    facts VARCHAR NOT NULL,             -- version of the fact store
    model VARCHAR NOT NULL,
    settings VARCHAR NOT NULL,          -- version of the settings
    rules VARCHAR NOT NULL,             -- version of the code that judges
    planted INTEGER,                    -- planted errors, of which so many were found; NULL before they are checked
    planted_found INTEGER,
    false_alarms INTEGER                -- flags on planted sentences that are right
);

CREATE TABLE articles (
    run VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    title VARCHAR,
    url VARCHAR,
    author VARCHAR,
    language VARCHAR,
    published DATE,
    published_from VARCHAR,
    sha256 VARCHAR NOT NULL,            -- of the text, which is not kept here
    characters INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    worth_checking INTEGER,             -- sentences that hold a fact worth checking; NULL where they were not scored
    claims INTEGER NOT NULL,
    judged INTEGER NOT NULL,
    worths FLOAT[],                     -- of the sentences worth checking of which nothing was judged, the highest first
    content VARCHAR NOT NULL,           -- hash of all that is known of the article
    judged_in VARCHAR NOT NULL,         -- the run that judged it: this one, or an earlier one that knew as much
    PRIMARY KEY (run, article)
);

-- What was found, as the program's own records: reported again where neither article nor versions have changed.
CREATE TABLE results (
    content VARCHAR NOT NULL,
    versions VARCHAR NOT NULL,          -- hash of facts, rules, model and settings
    run VARCHAR NOT NULL,               -- the run that judged it
    checked BLOB NOT NULL,              -- zlib of JSON, the article's text included
    piece BLOB,                         -- zlib of what report.json says of the article
    piece_form VARCHAR,                 -- of which form that is
    PRIMARY KEY (content, versions)
);

CREATE TABLE findings (
    run VARCHAR NOT NULL,               -- the run that judged the article
    article VARCHAR NOT NULL,
    finding INTEGER NOT NULL,           -- from 1, in text order within the article
    span_start INTEGER NOT NULL,        -- offsets into the article's text, end exclusive
    span_end INTEGER NOT NULL,
    span_text VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    shape VARCHAR NOT NULL,
    predicate VARCHAR NOT NULL,
    subject VARCHAR,                    -- the entity it is about; NULL where the store knows none or several
    verdict VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    slot VARCHAR NOT NULL,
    voice VARCHAR NOT NULL,
    speaker VARCHAR,
    modality VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,         -- probability, 0 to 1
    explanation VARCHAR NOT NULL,
    repairs STRUCT(span_start INTEGER, span_end INTEGER, replacement VARCHAR, facts VARCHAR[])[] NOT NULL
);

CREATE TABLE evidence (
    run VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    finding INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- from 1, the fact that weighs most first
    fact VARCHAR NOT NULL,
    fact_text VARCHAR NOT NULL,         -- as the fact stood when it was judged by
    valid_from DATE,
    valid_to DATE,
    as_of DATE,
    source VARCHAR NOT NULL,
    status VARCHAR NOT NULL
);

CREATE TABLE timings (
    run VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    seconds DOUBLE NOT NULL             -- wall time
);

CREATE TABLE errors (
    run VARCHAR NOT NULL,
    input VARCHAR NOT NULL,             -- id of an article, or the path where none could be read
    source VARCHAR NOT NULL,
    error VARCHAR NOT NULL,
    content VARCHAR,                    -- of an article that could be read and not be judged
    versions VARCHAR
);

-- The findings of each run, whichever run judged them.
CREATE VIEW run_findings AS
    SELECT a.run AS in_run, f.* FROM articles a JOIN findings f ON f.run = a.judged_in AND f.article = a.article;
