-- The other execution that an execution comes from, and whether it goes on no further for now.
ALTER TABLE workflow_executions
    ADD COLUMN caller_execution_id uuid,
    ADD COLUMN caller_step_run_id  text,
    ADD COLUMN rerun_of            uuid,
    ADD COLUMN rerun_from_node     text,
    ADD COLUMN paused              boolean NOT NULL DEFAULT false;

CREATE INDEX workflow_executions_of_caller ON workflow_executions (caller_execution_id, id)
    WHERE caller_execution_id IS NOT NULL;
CREATE INDEX workflow_executions_reruns ON workflow_executions (rerun_of, id) WHERE rerun_of IS NOT NULL;
