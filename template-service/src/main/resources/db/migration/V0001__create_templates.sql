CREATE TABLE templates (
    id          uuid PRIMARY KEY,
    slug        text        NOT NULL CHECK (slug ~ '^[a-z][a-z0-9-]{1,79}$'),
    version     integer     NOT NULL CHECK (version > 0),
    name        text        NOT NULL,
    category    text        NOT NULL,
    summary     text        NOT NULL,
    description text        NOT NULL,
    definition  jsonb       NOT NULL,
    created_at  timestamptz NOT NULL,
    UNIQUE (slug, version)
);
