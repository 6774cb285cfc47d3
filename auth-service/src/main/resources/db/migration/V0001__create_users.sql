create table users (
    id                   uuid primary key,
    kind                 text        not null default 'PERSON' check (kind in ('PERSON', 'SCRIPT')),
    email                text        not null unique check (email = lower(email)),
    name                 text        not null,
    password_hash        text        not null,
    roles                text[]      not null check (roles <@ array ['ADMIN', 'BUILDER', 'OPERATOR', 'APPROVER', 'VIEWER']),
    is_active            boolean     not null default true,
    must_change_password boolean     not null default false,
    created_at           timestamptz not null,
    last_sign_in_at      timestamptz
);

comment on column users.kind is 'SCRIPT is the credential of the local command line; it does not count as the last administrator';
