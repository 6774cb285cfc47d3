-- The states of gates and correlations, which have no end: one that is of no more use is removed after forget_at.
CREATE TABLE aggregate_state (
    kind      text    NOT NULL,
    key       text    NOT NULL,
    partition integer NOT NULL,
    state     bytea   NOT NULL,
    forget_at timestamptz,
    PRIMARY KEY (kind, key)
) WITH (fillfactor = 70);

CREATE INDEX aggregate_state_forget ON aggregate_state (forget_at) WHERE forget_at IS NOT NULL;
