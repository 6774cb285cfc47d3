-- Newest first by what began an execution; all but events have no event type.
CREATE INDEX workflow_executions_of_trigger ON workflow_executions (trigger_kind, event_type, id);
CREATE INDEX workflow_executions_correlated ON workflow_executions (correlation_id, id);
