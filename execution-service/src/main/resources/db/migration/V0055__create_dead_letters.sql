-- What is in the dead-letter topics, so that people can find it, mend it and send it again.
CREATE TABLE dead_letters (
    id                 uuid PRIMARY KEY,
    letter_topic       text        NOT NULL,
    letter_partition   integer     NOT NULL,
    letter_offset      bigint      NOT NULL,
    -- Offsets begin again when a topic is made anew.
    letter_at          timestamptz NOT NULL,
    topic              text        NOT NULL,
    original_partition integer,
    original_offset    bigint,
    at                 timestamptz NOT NULL,
    reason             text        NOT NULL,
    event_type         text,
    record_key         text,
    -- A list of names and values, these in Base64.
    headers            jsonb       NOT NULL,
    content            bytea,
    state              text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'REPLAYED', 'DISCARDED')),
    is_edited          boolean     NOT NULL DEFAULT false,
    settled_at         timestamptz,
    settled_by         text,
    UNIQUE (letter_topic, letter_partition, letter_offset, letter_at)
);

CREATE INDEX dead_letters_by_state ON dead_letters (state, id);
CREATE INDEX dead_letters_by_topic ON dead_letters (topic, id);
CREATE INDEX dead_letters_by_time ON dead_letters (at);
