CREATE TABLE prompts (
    id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE,
    description text NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL
);

-- A version is never changed: calls name the one they used.
CREATE TABLE prompt_versions (
    prompt_id uuid NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
    version integer NOT NULL,
    content jsonb NOT NULL,
    note text,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    PRIMARY KEY (prompt_id, version)
);

CREATE TABLE prompt_cases (
    id uuid PRIMARY KEY,
    prompt_id uuid NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
    content jsonb NOT NULL
);

CREATE INDEX prompt_cases_by_prompt ON prompt_cases (prompt_id, id);
