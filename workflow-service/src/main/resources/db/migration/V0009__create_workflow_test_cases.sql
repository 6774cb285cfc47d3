CREATE TABLE workflow_test_cases (
    id          uuid PRIMARY KEY,
    workflow_id uuid        NOT NULL REFERENCES workflows (id),
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    -- As its author wrote it, in the order of its fields.
    test_case   json        NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  text        NOT NULL,
    updated_at  timestamptz NOT NULL,
    updated_by  text        NOT NULL,
    UNIQUE (workflow_id, name)
);
