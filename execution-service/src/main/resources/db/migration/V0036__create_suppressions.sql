-- Addresses that nothing is sent to: those that do not exist, and those whose provider has taken an objection.
CREATE TABLE message_suppressions (
    channel    text        NOT NULL,
    address    text        NOT NULL,
    reason     text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (channel, address)
);
