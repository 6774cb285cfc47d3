-- What charts show: deltas are added in the transaction of the batch that they come from, in the hour of the end.
CREATE TABLE execution_rollups (
    hour            timestamptz NOT NULL,
    workflow_id     uuid        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('COMPLETED', 'FAILED', 'CANCELLED')),
    executions      bigint      NOT NULL,
    duration_ms_sum bigint      NOT NULL,
    duration_ms_max bigint      NOT NULL,
    PRIMARY KEY (hour, workflow_id, status)
) WITH (fillfactor = 50);

CREATE TABLE step_rollups (
    hour            timestamptz NOT NULL,
    workflow_id     uuid        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('COMPLETED', 'FAILED')),
    attempts        bigint      NOT NULL,
    duration_ms_sum bigint      NOT NULL,
    duration_ms_max bigint      NOT NULL,
    PRIMARY KEY (hour, workflow_id, status)
) WITH (fillfactor = 50);
