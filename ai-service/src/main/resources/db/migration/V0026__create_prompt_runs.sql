-- The last run of the cases of a prompt.
CREATE TABLE prompt_runs (
    prompt_id uuid PRIMARY KEY REFERENCES prompts (id) ON DELETE CASCADE,
    run json NOT NULL
);
