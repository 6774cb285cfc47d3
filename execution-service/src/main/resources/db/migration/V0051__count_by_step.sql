-- Which steps are slow and which fail: until now a workflow's steps were counted together.
ALTER TABLE step_rollups ADD COLUMN node_id text NOT NULL DEFAULT '';
ALTER TABLE step_rollups ALTER COLUMN node_id DROP DEFAULT;
ALTER TABLE step_rollups DROP CONSTRAINT step_rollups_pkey;
ALTER TABLE step_rollups ADD PRIMARY KEY (hour, workflow_id, node_id, status);
