-- What the dealer registered; the types of the catalogue are files of the contracts.
CREATE TABLE own_event_types (
    type          text PRIMARY KEY,
    descriptor    json        NOT NULL,
    registered_at timestamptz NOT NULL,
    registered_by text        NOT NULL
);
