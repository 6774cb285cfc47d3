-- One row for each schedule of a published workflow. Whoever locks it starts what is due and moves next_at on.
CREATE TABLE schedules (
    workflow_id       uuid        NOT NULL,
    trigger_id        text        NOT NULL,
    version           int         NOT NULL,
    definition        json        NOT NULL,
    paused            boolean     NOT NULL,
    -- Intervals are counted from here.
    anchor            timestamptz NOT NULL,
    -- What was due up to then has been started or left out.
    handled_until     timestamptz NOT NULL,
    next_at           timestamptz,
    -- The time zone, hours and holidays that next_at was found with; null asks for a new look.
    planned_with      text,
    last_planned_at   timestamptz,
    last_started_at   timestamptz,
    last_execution_id uuid,
    PRIMARY KEY (workflow_id, trigger_id)
);
CREATE INDEX schedules_due ON schedules (next_at) WHERE NOT paused;
