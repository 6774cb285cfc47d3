-- What the last check has found to wait for nothing, so that each is told of once and any replica can count them.
CREATE TABLE stuck_executions (
    id       uuid        PRIMARY KEY,
    because  text        NOT NULL,
    found_at timestamptz NOT NULL
);
