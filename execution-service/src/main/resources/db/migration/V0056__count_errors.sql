-- Why executions failed, in the hour in which they did; the empty text stands for no code and for no step.
CREATE TABLE error_rollups (
    hour              timestamptz NOT NULL,
    workflow_id       uuid        NOT NULL,
    code              text        NOT NULL,
    node_id           text        NOT NULL,
    executions        bigint      NOT NULL,
    first_at          timestamptz NOT NULL,
    last_at           timestamptz NOT NULL,
    last_execution_id uuid        NOT NULL,
    workflow_name     text        NOT NULL,
    message           text        NOT NULL,
    PRIMARY KEY (hour, workflow_id, code, node_id)
);

INSERT INTO error_rollups
SELECT date_trunc('hour', finished_at, 'UTC') AS hour, workflow_id, coalesce(error ->> 'code', '') AS code,
       coalesce(error ->> 'nodeId', '') AS node_id, count(*), min(finished_at), max(finished_at),
       (array_agg(id ORDER BY finished_at DESC, id DESC))[1],
       (array_agg(workflow_name ORDER BY finished_at DESC, id DESC))[1],
       (array_agg(left(coalesce(error ->> 'message', ''), 500) ORDER BY finished_at DESC, id DESC))[1]
  FROM workflow_executions WHERE status = 'FAILED' AND finished_at IS NOT NULL
 GROUP BY 1, 2, 3, 4;
