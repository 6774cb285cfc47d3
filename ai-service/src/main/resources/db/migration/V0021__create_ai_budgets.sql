CREATE TABLE ai_budgets (
    id uuid PRIMARY KEY,
    workflow_id uuid,
    period text NOT NULL CHECK (period IN ('DAY', 'MONTH')),
    max_cost numeric(18, 8) CHECK (max_cost >= 0),
    max_calls bigint CHECK (max_calls >= 0),
    when_used_up text NOT NULL CHECK (when_used_up IN ('STOP', 'FALLBACK')),
    CHECK (max_cost IS NOT NULL OR max_calls IS NOT NULL),
    UNIQUE NULLS NOT DISTINCT (workflow_id, period)
);

-- What was used of a scope ('all' or a workflow) in a period; the row is what concurrent calls wait for.
CREATE TABLE ai_spending (
    scope text NOT NULL,
    period text NOT NULL,
    starts_on date NOT NULL,
    reserved numeric(18, 8) NOT NULL DEFAULT 0,
    spent numeric(18, 8) NOT NULL DEFAULT 0,
    calls bigint NOT NULL DEFAULT 0,
    warned boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope, period, starts_on)
);

-- What is set aside for calls that are still going on.
CREATE TABLE ai_reservations (
    id uuid PRIMARY KEY,
    made_at timestamptz NOT NULL,
    amount numeric(18, 8) NOT NULL,
    workflow_id uuid,
    day date NOT NULL
);

CREATE INDEX ai_reservations_by_time ON ai_reservations (made_at);
