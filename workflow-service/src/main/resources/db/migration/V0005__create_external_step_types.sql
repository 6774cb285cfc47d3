-- What other systems registered; the built-in types are files of the contracts.
CREATE TABLE external_step_types (
    type          text PRIMARY KEY,
    descriptor    json        NOT NULL,
    registered_at timestamptz NOT NULL,
    registered_by text        NOT NULL
);
