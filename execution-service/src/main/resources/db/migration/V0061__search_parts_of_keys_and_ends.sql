-- How a value begins and how it ends ("the last eight of the VIN"); the first serves whole values as well.
DROP INDEX execution_business_keys_folded;
CREATE INDEX execution_business_keys_folded ON execution_business_keys (folded text_pattern_ops, execution_id);
CREATE INDEX execution_business_keys_reversed ON execution_business_keys (reverse(folded) text_pattern_ops, execution_id);

-- What ended in an hour lies together, more or less: this index costs a write next to nothing.
CREATE INDEX workflow_executions_ended ON workflow_executions USING brin (finished_at)
    WITH (pages_per_range = 16, autosummarize = on);
