-- The values under which people find executions, newest first: an index on (value, id) gives that order, one on a
-- JSON column would not. What is compared is folded: the value in lower case.
CREATE TABLE execution_business_keys (
    execution_id uuid NOT NULL,
    name         text NOT NULL,
    value        text NOT NULL,
    folded       text NOT NULL,
    PRIMARY KEY (execution_id, name)
) PARTITION BY RANGE (execution_id);

CREATE INDEX execution_business_keys_folded ON execution_business_keys (folded, execution_id);

CREATE TABLE execution_business_keys_rest PARTITION OF execution_business_keys DEFAULT;
