-- How long executions that began in an hour had waited since they were asked for.
CREATE TABLE queue_rollups (
    hour        timestamptz NOT NULL,
    workflow_id uuid        NOT NULL,
    executions  bigint      NOT NULL,
    wait_ms_sum bigint      NOT NULL,
    wait_ms_max bigint      NOT NULL,
    PRIMARY KEY (hour, workflow_id)
) WITH (fillfactor = 50);
