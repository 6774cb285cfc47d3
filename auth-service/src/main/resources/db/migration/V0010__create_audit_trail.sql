-- Who did what, in all services. Rows are only ever added; only what is older than a year can be removed, by retention.
create table audit_trail (
    id             uuid primary key,
    at             timestamptz not null,
    actor_id       uuid,
    actor_name     text        not null,
    action         text        not null,
    subject_type   text        not null,
    subject_id     text        not null,
    service        text        not null,
    detail         jsonb,
    correlation_id text        not null
);

create index audit_trail_at on audit_trail (at desc, id desc);
create index audit_trail_actor on audit_trail (actor_id, at desc);
create index audit_trail_action on audit_trail (action text_pattern_ops, at desc);
create index audit_trail_subject on audit_trail (subject_type, subject_id, at desc);

create function audit_trail_refuses_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '1 year'
        and current_setting('automatrix.audit_retention', true) = 'on' then
        return old;
    end if;
    raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_trail_append_only
    before update or delete on audit_trail
    for each row execute function audit_trail_refuses_change();

create trigger audit_trail_no_truncate
    before truncate on audit_trail
    for each statement execute function audit_trail_refuses_change();
