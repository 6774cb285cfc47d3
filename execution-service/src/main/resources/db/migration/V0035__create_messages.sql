-- What was sent, or would have been: one message for each step run, whatever its attempts.
CREATE TABLE messages (
    id               uuid        PRIMARY KEY,
    execution_id     uuid        NOT NULL,
    step_run_id      text        NOT NULL,
    node_id          text        NOT NULL,
    workflow_id      uuid        NOT NULL,
    channel          text        NOT NULL,
    purpose          text        NOT NULL,
    recipient        text        NOT NULL,
    copies           text,
    person_id        text,
    subject          text,
    body_text        text        NOT NULL,
    body_html        text,
    state            text        NOT NULL CHECK (state IN ('DEFERRED', 'REFUSED', 'SENDING', 'OUTBOX', 'SENT', 'DELIVERED',
                                                           'FAILED', 'BOUNCED')),
    code             text,
    reason           text        NOT NULL,
    provider         text,
    provider_id      text,
    segments         integer,
    deferred_until   timestamptz,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    sent_at          timestamptz,
    UNIQUE (execution_id, step_run_id)
);

CREATE INDEX messages_state ON messages (state, id DESC);
CREATE INDEX messages_person ON messages (person_id, sent_at) WHERE person_id IS NOT NULL;
CREATE INDEX messages_recipient ON messages (recipient, sent_at);
CREATE INDEX messages_provider ON messages (provider_id) WHERE provider_id IS NOT NULL;
