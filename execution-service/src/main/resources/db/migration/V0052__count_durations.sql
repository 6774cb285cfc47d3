-- Eight classes to each doubling of the time: a percentile is found within five per cent.
CREATE FUNCTION duration_class(ms bigint) RETURNS smallint
    LANGUAGE sql IMMUTABLE
    RETURN floor(8 * ln((greatest(ms, 0) + 1)::double precision) / ln(2::double precision))::smallint;

-- How long executions took that ended in an hour, counted by class, so that percentiles of any range can be added up.
CREATE TABLE duration_rollups (
    hour           timestamptz NOT NULL,
    workflow_id    uuid        NOT NULL,
    duration_class smallint    NOT NULL,
    executions     bigint      NOT NULL,
    PRIMARY KEY (hour, workflow_id, duration_class)
) WITH (fillfactor = 50);
