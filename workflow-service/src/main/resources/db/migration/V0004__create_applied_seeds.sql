CREATE TABLE applied_seeds (
    name       text PRIMARY KEY,
    applied_at timestamptz NOT NULL
);
