-- What the services logged about a request or an event; read by the correlation id of an execution.
CREATE TABLE log_lines (
    -- Made when the line was written: sorts by time.
    id             uuid PRIMARY KEY,
    correlation_id text        NOT NULL,
    at             timestamptz NOT NULL,
    service        text        NOT NULL,
    level          text        NOT NULL,
    logger         text        NOT NULL,
    message        text        NOT NULL,
    exception      text
);

CREATE INDEX log_lines_by_correlation ON log_lines (correlation_id, id);
CREATE INDEX log_lines_by_time ON log_lines USING brin (at);
