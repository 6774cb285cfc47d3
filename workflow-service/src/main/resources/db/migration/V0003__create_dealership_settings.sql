CREATE TABLE dealership_settings (
    -- One dealership, one row.
    id         boolean PRIMARY KEY DEFAULT true CHECK (id),
    settings   jsonb       NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by text        NOT NULL
);
