-- The executions that a lead began, and when it was first answered: by a message, or by a task that a person has done.
-- Their ids hold the time, so the key is also what a range of time is found by.
CREATE TABLE lead_executions (
    execution_id uuid        NOT NULL PRIMARY KEY,
    workflow_id  uuid        NOT NULL,
    lead         text        NOT NULL,
    received_at  timestamptz NOT NULL,
    answered_at  timestamptz
) WITH (fillfactor = 90);

INSERT INTO lead_executions
SELECT e.id, e.workflow_id, coalesce(e.input_data ->> 'leadId', e.event_id, e.id::text), e.started_at, min(a.at)
  FROM workflow_executions e
  LEFT JOIN (SELECT execution_id, coalesce(sent_at, created_at) AS at FROM messages
              WHERE notice = '' AND state IN ('OUTBOX', 'SENT', 'DELIVERED')
             UNION ALL
             SELECT execution_id, closed_at FROM human_tasks WHERE state = 'DONE') a ON a.execution_id = e.id
 WHERE e.trigger_kind = 'EVENT' AND e.event_type = 'com.automatrix.lead.received.v1'
 GROUP BY e.id, e.workflow_id, e.input_data, e.event_id, e.started_at;
