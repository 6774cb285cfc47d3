-- One row for each request to a model; messages and answer with tokens in place of personal data.
CREATE TABLE ai_calls (
    id uuid PRIMARY KEY,
    started_at timestamptz NOT NULL,
    latency_ms bigint NOT NULL,
    purpose text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    execution_id uuid,
    workflow_id uuid,
    step_run_id text,
    attempt integer,
    prompt text,
    prompt_version integer,
    round integer NOT NULL,
    outcome text NOT NULL,
    degraded boolean NOT NULL,
    prompt_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    cost numeric(18, 8),
    hash text NOT NULL,
    messages jsonb NOT NULL,
    answer text,
    full_text bytea
);

CREATE INDEX ai_calls_by_execution ON ai_calls (execution_id, id) WHERE execution_id IS NOT NULL;
CREATE INDEX ai_calls_by_workflow ON ai_calls (workflow_id, id) WHERE workflow_id IS NOT NULL;
CREATE INDEX ai_calls_by_prompt ON ai_calls (prompt, id) WHERE prompt IS NOT NULL;
CREATE INDEX ai_calls_by_time ON ai_calls (started_at);
CREATE INDEX ai_calls_with_full_text ON ai_calls (started_at) WHERE full_text IS NOT NULL;
