-- The address of each webhook trigger; it stays while versions come and go.
CREATE TABLE webhooks (
    id          uuid PRIMARY KEY,
    workflow_id uuid        NOT NULL,
    trigger_id  text        NOT NULL,
    -- Whoever knows it may call: 244 random bits of the database's own strong source.
    key         text        NOT NULL UNIQUE DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
    created_at  timestamptz NOT NULL,
    rotated_at  timestamptz,
    UNIQUE (workflow_id, trigger_id)
);
