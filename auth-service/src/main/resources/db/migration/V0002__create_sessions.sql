create table sessions (
    id         uuid primary key,
    user_id    uuid        not null references users (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create index sessions_user_id on sessions (user_id);

create table refresh_tokens (
    token_hash bytea primary key,
    session_id uuid        not null references sessions (id) on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz
);

create index refresh_tokens_session_id on refresh_tokens (session_id);

comment on column refresh_tokens.token_hash is 'SHA-256 of the token: who reads this table cannot sign in with it';
