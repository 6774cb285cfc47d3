-- History is range-partitioned on UUIDv7 ids (time-ordered), so that retention drops whole partitions.
CREATE FUNCTION uuid7_floor(moment timestamptz) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

CREATE TABLE workflow_executions (
    id               uuid        NOT NULL PRIMARY KEY,
    workflow_id      uuid        NOT NULL,
    workflow_version integer     NOT NULL,
    workflow_name    text        NOT NULL,
    status           text        NOT NULL
        CHECK (status IN ('PENDING', 'RUNNING', 'WAITING', 'COMPENSATING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    trigger_kind     text        NOT NULL,
    trigger_id       text,
    event_id         text,
    event_type       text,
    correlation_id   text        NOT NULL,
    started_by       text,
    input_data       jsonb,
    output_data      jsonb,
    error            jsonb,
    started_at       timestamptz NOT NULL,
    finished_at      timestamptz
) PARTITION BY RANGE (id);

CREATE INDEX workflow_executions_of_workflow ON workflow_executions (workflow_id, id);
-- Most executions are completed: they are found by the key alone.
CREATE INDEX workflow_executions_not_completed ON workflow_executions (status, id) WHERE status <> 'COMPLETED';

-- One row for each attempt of a step run.
CREATE TABLE execution_logs (
    execution_id uuid    NOT NULL,
    step_run_id  text    NOT NULL,
    attempt      integer NOT NULL,
    sequence     bigint  NOT NULL,
    node_id      text    NOT NULL,
    node_name    text,
    step_type    text    NOT NULL,
    status       text    NOT NULL
        CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED', 'RETRYING', 'SKIPPED', 'CANCELLED')),
    input        jsonb,
    output       jsonb,
    error        jsonb,
    handles      jsonb,
    worker       text,
    usage        jsonb,
    started_at   timestamptz,
    finished_at  timestamptz,
    PRIMARY KEY (execution_id, step_run_id, attempt)
) PARTITION BY RANGE (execution_id);

-- What happened, as it was told to the world: one row for each execution and batch, replayed to SSE clients.
CREATE TABLE execution_timeline (
    execution_id   uuid   NOT NULL,
    first_sequence bigint NOT NULL,
    last_sequence  bigint NOT NULL,
    events         bytea  NOT NULL,
    PRIMARY KEY (execution_id, first_sequence)
) PARTITION BY RANGE (execution_id);

CREATE TABLE workflow_executions_rest PARTITION OF workflow_executions DEFAULT;
CREATE TABLE execution_logs_rest PARTITION OF execution_logs DEFAULT;
CREATE TABLE execution_timeline_rest PARTITION OF execution_timeline DEFAULT;
