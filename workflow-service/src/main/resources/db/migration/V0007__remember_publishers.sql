-- A version is told of again when it is paused or resumed, and other services know people by their ids; unknown of the
-- versions of before.
ALTER TABLE workflow_versions ADD COLUMN published_by_id text;
