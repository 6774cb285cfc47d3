alter table users drop constraint users_kind_check;
alter table users add constraint users_kind_check check (kind in ('PERSON', 'SCRIPT', 'SERVICE'));

comment on column users.kind is 'SCRIPT is the credential of the local command line, SERVICE that of another system; neither counts as the last administrator';
