create table signing_keys (
    id          text primary key,
    public_key  bytea       not null,
    private_key bytea       not null,
    created_at  timestamptz not null,
    retired_at  timestamptz
);

comment on column signing_keys.public_key is 'X.509 SubjectPublicKeyInfo of an RSA key';
comment on column signing_keys.private_key is 'PKCS #8, encrypted with AES-256-GCM; the first 12 bytes are the nonce';
