-- What published versions wait for, so that the router knows which events to bring to whoever waits.
CREATE TABLE awaited_events (
    workflow_id  uuid    NOT NULL,
    version      integer NOT NULL,
    event_type   text    NOT NULL,
    expression   text    NOT NULL,
    keep_seconds bigint  NOT NULL,
    FOREIGN KEY (workflow_id, version) REFERENCES workflow_versions (workflow_id, version)
);

-- By the expression's hash: an expression may be longer than what an index can hold.
CREATE UNIQUE INDEX awaited_events_once ON awaited_events (workflow_id, version, event_type, md5(expression));
