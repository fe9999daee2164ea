-- The fact store. Built from packs in one go and never edited in place.
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE TABLE sources (
    source VARCHAR PRIMARY KEY, title VARCHAR NOT NULL, producer VARCHAR NOT NULL, url VARCHAR,
    licence VARCHAR NOT NULL, accessed DATE NOT NULL, newest DATE, rank INTEGER NOT NULL
);
CREATE TABLE entities (entity VARCHAR, kind VARCHAR NOT NULL, name VARCHAR NOT NULL);
-- valid_from and valid_to: when the name was the thing's, where a pack says so; a former name is still said of its time.
CREATE TABLE aliases (
    key VARCHAR NOT NULL, alias VARCHAR NOT NULL, entity VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    valid_from VARCHAR NOT NULL, valid_to VARCHAR NOT NULL
);
-- The first word of every alias that begins with a small letter: any other name begins with a capital or a digit.
CREATE TABLE lower_starts (key VARCHAR NOT NULL);
-- Every later word of an alias that begins with a small letter there: at any other such word of a text a name ends.
CREATE TABLE lower_words (key VARCHAR NOT NULL);
CREATE TABLE predicates (
    predicate VARCHAR PRIMARY KEY, shape VARCHAR, subject_kind VARCHAR NOT NULL, value_kind VARCHAR NOT NULL,
    single_valued BOOLEAN NOT NULL, temporal VARCHAR NOT NULL, closed VARCHAR, policy VARCHAR, tolerance VARCHAR,
    unit VARCHAR, template VARCHAR NOT NULL
);
CREATE TABLE series (
    series VARCHAR PRIMARY KEY, family VARCHAR NOT NULL, complete_from INTEGER, complete_to INTEGER,
    edition_name VARCHAR, blocked_before VARCHAR, blocked_after VARCHAR, context VARCHAR
);
CREATE TABLE facts (
    fact VARCHAR, subject VARCHAR NOT NULL, predicate VARCHAR NOT NULL, value VARCHAR NOT NULL,
    valid_from VARCHAR, valid_to VARCHAR, as_of VARCHAR, status VARCHAR, note VARCHAR, source VARCHAR NOT NULL
);
CREATE TABLE wordings (list VARCHAR NOT NULL, meaning VARCHAR NOT NULL, wording VARCHAR NOT NULL);
CREATE TABLE phrasings (predicate VARCHAR NOT NULL, boundary VARCHAR, phrase VARCHAR NOT NULL);
-- Lists that hold every row between two years: of a value (the members of NATO) or a subject (an office).
CREATE TABLE lists (predicate VARCHAR NOT NULL, list_of VARCHAR NOT NULL, complete_from INTEGER NOT NULL, complete_to INTEGER);
-- Names that are weak but in an article with some words: "the presidential election" is America's beside "Republicans".
CREATE TABLE name_contexts (key VARCHAR NOT NULL, series VARCHAR NOT NULL, scope VARCHAR NOT NULL, words VARCHAR NOT NULL, rivals VARCHAR NOT NULL, barred VARCHAR NOT NULL);
CREATE TABLE vectors (subject VARCHAR NOT NULL, kind VARCHAR NOT NULL, text VARCHAR NOT NULL, vector FLOAT[384] NOT NULL);
-- How many persons' names begin ('first') or end ('last') with a word in small letters, where two do; 'all' for the empty word.
CREATE TABLE person_words (word VARCHAR NOT NULL, place VARCHAR NOT NULL, persons BIGINT NOT NULL);
-- Series whose winners are all known: from the first edition, or for winners whose first title came in or after a year.
CREATE TABLE title_series (series VARCHAR NOT NULL, newcomers_from INTEGER, refutes BOOLEAN NOT NULL);
-- Winners whose titles are counted with another's: West Germany's with Germany's, a club's before it moved.
CREATE TABLE title_heirs (former VARCHAR NOT NULL, heir VARCHAR NOT NULL);
