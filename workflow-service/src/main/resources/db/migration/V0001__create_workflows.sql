CREATE TABLE workflows (
    id                uuid PRIMARY KEY,
    name              text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    description       text        NOT NULL DEFAULT '' CHECK (char_length(description) <= 2000),
    category          text        NOT NULL,
    definition        jsonb       NOT NULL,
    triggers          jsonb       NOT NULL,
    problem_count     integer     NOT NULL CHECK (problem_count >= 0),
    status            text        NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED')),
    published_version integer CHECK (published_version > 0),
    revision          bigint      NOT NULL CHECK (revision > 0),
    created_at        timestamptz NOT NULL,
    created_by        text        NOT NULL,
    updated_at        timestamptz NOT NULL,
    updated_by        text        NOT NULL,
    deleted_at        timestamptz,
    CHECK ((status = 'PUBLISHED') = (published_version IS NOT NULL))
);

CREATE INDEX workflows_by_last_change ON workflows (updated_at DESC, id DESC) WHERE deleted_at IS NULL;
