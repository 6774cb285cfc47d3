-- Words are what is between spaces and punctuation, in any language: messages hold ids, hosts and codes, and stemming
-- would need to know the language.
CREATE FUNCTION error_words(messages text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE
    RETURN to_tsvector('simple', translate(messages, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)));

-- As in a web search ("a phrase", or, -not); the last word may be just begun. A hyphen inside a word is none before it.
CREATE FUNCTION error_search(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE
    RETURN regexp_replace(
        websearch_to_tsquery('simple', regexp_replace(
            translate(words, '!#$%&''()*+,./:;<=>?@[\]^_`{|}~', repeat(' ', 30)), '(\S)-', '\1 ', 'g'))::text,
        '''$', ''':*')::tsquery;

-- What was said when an execution or one of its steps failed: one row for each execution that has an error.
CREATE TABLE execution_errors (
    execution_id uuid     NOT NULL PRIMARY KEY,
    messages     text     NOT NULL,
    words        tsvector NOT NULL GENERATED ALWAYS AS (error_words(messages)) STORED
) PARTITION BY RANGE (execution_id);

-- Failures are few: each pays for its own entries rather than one batch for the pending ones of many.
CREATE INDEX execution_errors_words ON execution_errors USING gin (words) WITH (fastupdate = off);

CREATE TABLE execution_errors_rest PARTITION OF execution_errors DEFAULT;
