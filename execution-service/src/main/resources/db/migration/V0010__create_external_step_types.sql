-- This service's own copy of what other systems registered, so that it runs while workflow-service is down.
CREATE TABLE external_step_types (
    type          text PRIMARY KEY,
    descriptor    json        NOT NULL,
    changed_at    timestamptz NOT NULL,
    record_offset bigint      NOT NULL
);
