-- Events that wait to be published; a row goes away once the broker has it.
create table outbox (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    record_key  text        not null,
    headers     jsonb       not null,
    payload     bytea,
    created_at  timestamptz not null,
    refused_at  timestamptz,
    refused_because text
);

create index outbox_waiting on outbox (id) where refused_at is null;
