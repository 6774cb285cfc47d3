CREATE TABLE event_receipts (
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, event_id)
);

CREATE INDEX event_receipts_received ON event_receipts (received_at);

CREATE TABLE idempotency_keys (
    workflow_id  uuid        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    execution_id uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (workflow_id, key)
);

CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
