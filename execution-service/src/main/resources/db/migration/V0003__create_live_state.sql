-- The state of each unfinished execution, removed at its end.
CREATE TABLE execution_state (
    id        uuid    PRIMARY KEY,
    partition integer NOT NULL,
    state     bytea   NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX execution_state_of_partition ON execution_state (partition);

CREATE TABLE timer (
    execution_id uuid        NOT NULL,
    kind         text        NOT NULL,
    step_run_id  text        NOT NULL,
    generation   integer     NOT NULL,
    partition    integer     NOT NULL,
    due_at       timestamptz NOT NULL,
    PRIMARY KEY (execution_id, kind, step_run_id, generation)
);

CREATE INDEX timer_due ON timer (partition, due_at);
