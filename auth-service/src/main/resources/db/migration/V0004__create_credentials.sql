create table credentials (
    id           uuid primary key,
    name         text        not null unique,
    type         text        not null check (type in ('BASIC', 'BEARER', 'API_KEY', 'OAUTH2_CLIENT', 'SIGNING_SECRET')),
    description  text        not null,
    shown        jsonb       not null,
    sealed       bytea       not null,
    key_id       text        not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    last_used_at timestamptz,
    last_used_by text
);

comment on column credentials.shown is 'the parts that are no secret, such as a user name';
comment on column credentials.sealed is 'the whole credential as JSON, encrypted with AES-256-GCM, the id authenticated; the first 12 bytes are the nonce';
comment on column credentials.key_id is 'which of the configured keys it is encrypted under';
