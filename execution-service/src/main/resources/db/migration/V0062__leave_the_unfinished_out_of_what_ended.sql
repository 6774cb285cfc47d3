-- PostgreSQL took this index for a short way to what has not ended, of which there is next to nothing, and read the whole month
-- for each batch: a range of blocks in which one row has not ended is all of its rows.
DROP INDEX workflow_executions_ended;
CREATE INDEX workflow_executions_ended ON workflow_executions USING brin (finished_at)
    WITH (pages_per_range = 16, autosummarize = on) WHERE finished_at IS NOT NULL;
