-- The days, of UTC, of step_rollups: three months are then some thousand rows where their hours are half a million.
CREATE TABLE step_day_rollups (
    day             timestamptz NOT NULL,
    workflow_id     uuid        NOT NULL,
    node_id         text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('COMPLETED', 'FAILED')),
    attempts        bigint      NOT NULL,
    duration_ms_sum bigint      NOT NULL,
    duration_ms_max bigint      NOT NULL,
    PRIMARY KEY (day, workflow_id, node_id, status)
) WITH (fillfactor = 50);

INSERT INTO step_day_rollups
SELECT date_trunc('day', hour, 'UTC'), workflow_id, node_id, status, sum(attempts), sum(duration_ms_sum),
       max(duration_ms_max)
  FROM step_rollups GROUP BY 1, 2, 3, 4;
