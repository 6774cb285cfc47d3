-- The figures of one workflow; a row's key never changes, so that adding to it touches no index.
CREATE INDEX execution_rollups_of_workflow ON execution_rollups (workflow_id, hour);
CREATE INDEX duration_rollups_of_workflow ON duration_rollups (workflow_id, hour);
CREATE INDEX queue_rollups_of_workflow ON queue_rollups (workflow_id, hour);
CREATE INDEX model_rollups_of_workflow ON model_rollups (workflow_id, hour);
CREATE INDEX step_day_rollups_of_workflow ON step_day_rollups (workflow_id, day);
