-- What people were told of a task, and e-mails to colleagues beside those of steps.
ALTER TABLE human_tasks
    ADD COLUMN announced_at       timestamptz,
    ADD COLUMN given_told_at      timestamptz,
    ADD COLUMN reminder_told_at   timestamptz,
    ADD COLUMN escalation_told_at timestamptz;

-- Nobody is told anew of what they know.
UPDATE human_tasks
   SET announced_at = opened_at, given_told_at = opened_at, reminder_told_at = reminded_at, escalation_told_at = escalated_at;

CREATE INDEX human_tasks_to_announce ON human_tasks (id) WHERE announced_at IS NULL AND kind = 'APPROVAL';
CREATE INDEX human_tasks_to_tell ON human_tasks (id)
    WHERE state = 'OPEN'
      AND (given_told_at IS NULL
           OR (reminded_at IS NOT NULL AND reminder_told_at IS NULL)
           OR (escalated_at IS NOT NULL AND escalation_told_at IS NULL));

ALTER TABLE messages
    ADD COLUMN notice text NOT NULL DEFAULT '';

COMMENT ON COLUMN messages.notice IS 'why a colleague is written to about a step''s task; empty for the message of a step';

ALTER TABLE messages
    DROP CONSTRAINT messages_execution_id_step_run_id_key,
    ADD CONSTRAINT messages_once UNIQUE (execution_id, step_run_id, notice);

CREATE INDEX messages_notices_to_send ON messages (updated_at) WHERE notice <> '' AND state = 'SENDING';
