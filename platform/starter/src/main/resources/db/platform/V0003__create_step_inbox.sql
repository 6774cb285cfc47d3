-- Attempts that a worker pool has taken in. An unfinished row is waiting (no lease), running (a lease in the future) or
-- to be taken over (a lease in the past).
create table step_inbox (
    execution_id uuid        not null,
    step_run_id  text        not null,
    attempt      integer     not null,
    pool         text        not null,
    request      jsonb       not null,
    traceparent  text,
    requested_at timestamptz not null,
    received_at  timestamptz not null,
    lease_owner  text,
    lease_until  timestamptz,
    leases       integer     not null default 0,
    cancelled_at timestamptz,
    finished_at  timestamptz,
    result       jsonb,
    primary key (execution_id, step_run_id, attempt)
);

create index step_inbox_open on step_inbox (pool, received_at) where finished_at is null;
create index step_inbox_finished on step_inbox (finished_at) where finished_at is not null;
