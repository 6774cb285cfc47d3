-- A signature with a timestamp counts once. The execution tells whether what came with it was taken.
CREATE TABLE webhook_signatures (
    webhook_id   uuid        NOT NULL REFERENCES webhooks (id),
    digest       text        NOT NULL,
    execution_id uuid        NOT NULL,
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (webhook_id, digest)
);
CREATE INDEX webhook_signatures_received_at ON webhook_signatures (received_at);
