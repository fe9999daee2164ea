-- How far the articles of a run could be judged, what the store lacked for the rest, and where articles disagree.

-- The facts that the store would have needed to speak to claims that it could not judge.
CREATE TABLE lacks (
    run VARCHAR NOT NULL,               -- the run that judged the article
    article VARCHAR NOT NULL,
    finding INTEGER NOT NULL,
    predicate VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,           -- an entity; empty where the store does not know it
    name VARCHAR NOT NULL,              -- as the text has it
    parts VARCHAR[] NOT NULL,           -- title and country of an office that is not known
    said_of VARCHAR NOT NULL            -- partial date at which it is asked for; empty where it holds at any time
);

-- Statements of two articles of a run that cannot both be right. They are no flags.
CREATE TABLE disagreements (
    run VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    predicate VARCHAR NOT NULL,
    article VARCHAR NOT NULL,           -- the place that comes first in the report
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    span_text VARCHAR NOT NULL,
    other_article VARCHAR NOT NULL,
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    other_text VARCHAR NOT NULL
);

-- What could be judged of each article of a run, and why the rest could not.
CREATE VIEW coverage AS
    SELECT a.run, a.article, a.sentences, a.worth_checking, a.claims, a.judged, coalesce(u.unjudged, MAP {}) AS unjudged
    FROM articles a LEFT JOIN (
        SELECT run, article, histogram(reason) AS unjudged FROM findings WHERE verdict = 'not_enough_info' GROUP BY ALL
    ) u ON u.run = a.judged_in AND u.article = a.article;
