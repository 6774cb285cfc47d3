-- Who changed what. Rows are only ever added.
create table audit_log (
    id             uuid primary key,
    at             timestamptz not null,
    actor_id       uuid,
    actor_name     text        not null,
    action         text        not null,
    subject_type   text        not null,
    subject_id     text        not null,
    before         jsonb,
    after          jsonb,
    correlation_id text        not null
);

create index audit_log_subject on audit_log (subject_type, subject_id, id desc);
create index audit_log_actor on audit_log (actor_id, id desc);

create function audit_log_refuses_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_log_append_only
    before update or delete on audit_log
    for each row execute function audit_log_refuses_change();

create trigger audit_log_no_truncate
    before truncate on audit_log
    for each statement execute function audit_log_refuses_change();
