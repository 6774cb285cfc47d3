-- What attempts that ended in an hour used of models; the cost is in US dollars, of the calls whose price is known.
CREATE TABLE model_rollups (
    hour              timestamptz NOT NULL,
    workflow_id       uuid        NOT NULL,
    model             text        NOT NULL,
    calls             bigint      NOT NULL,
    prompt_tokens     bigint      NOT NULL,
    completion_tokens bigint      NOT NULL,
    cost              numeric     NOT NULL,
    PRIMARY KEY (hour, workflow_id, model)
) WITH (fillfactor = 50);
