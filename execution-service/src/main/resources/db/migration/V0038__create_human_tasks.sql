-- What people are asked: a row for each step that has waited for a person. JSON is kept as it came, in its order of fields.
CREATE TABLE human_tasks (
    id             uuid        PRIMARY KEY,
    execution_id   uuid        NOT NULL,
    step_run_id    text        NOT NULL,
    workflow_id    uuid        NOT NULL,
    workflow_name  text        NOT NULL,
    correlation_id text        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('APPROVAL', 'TASK')),
    title          text        NOT NULL,
    instructions   text,
    context        json,
    form           json,
    priority       text        NOT NULL CHECK (priority IN ('LOW', 'NORMAL', 'HIGH')),
    bulk           boolean     NOT NULL,
    role           text        NOT NULL,
    assignee       text,
    opened_at      timestamptz NOT NULL,
    due_at         timestamptz,
    expires_at     timestamptz,
    sort_at        timestamptz NOT NULL,
    remind_at      timestamptz,
    reminded_at    timestamptz,
    escalate_at    timestamptz,
    escalate_to    text,
    escalated_at   timestamptz,
    claimed_by     uuid,
    claimed_name   text,
    claimed_at     timestamptz,
    state          text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'EXPIRED', 'CANCELLED')),
    outcome        text        CHECK (outcome IN ('APPROVED', 'REJECTED', 'DONE')),
    comment        text,
    answer         json,
    decision_id    uuid,
    decided_by     uuid,
    decided_name   text,
    closed_at      timestamptz,
    UNIQUE (execution_id, step_run_id)
);

COMMENT ON COLUMN human_tasks.sort_at IS 'when it is due, else when it ends, else far in the future';

CREATE INDEX human_tasks_open ON human_tasks (sort_at, id) WHERE state = 'OPEN';
CREATE INDEX human_tasks_closed ON human_tasks (closed_at) WHERE state <> 'OPEN';
CREATE INDEX human_tasks_of_workflow ON human_tasks (workflow_id, id);
CREATE INDEX human_tasks_to_remind ON human_tasks (remind_at) WHERE state = 'OPEN' AND reminded_at IS NULL;
CREATE INDEX human_tasks_to_escalate ON human_tasks (escalate_at) WHERE state = 'OPEN' AND escalated_at IS NULL;
