-- Which workflow a request with an Idempotency-Key has made.
CREATE TABLE creation_keys (
    caller       text        NOT NULL,
    key          text        NOT NULL CHECK (char_length(key) BETWEEN 1 AND 200),
    request_hash text        NOT NULL,
    workflow_id  uuid        NOT NULL REFERENCES workflows (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);

CREATE INDEX creation_keys_by_workflow ON creation_keys (workflow_id);
