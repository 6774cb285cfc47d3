-- A worker may put an attempt off: then it is due later, and given up later than its request says. One that was woken
-- while it ran is run again instead of being put off.
alter table step_inbox add column due_at timestamptz;
alter table step_inbox add column deadline timestamptz;
alter table step_inbox add column woken boolean not null default false;
update step_inbox set due_at = received_at;
alter table step_inbox alter column due_at set not null;

drop index step_inbox_open;
create index step_inbox_open on step_inbox (pool, due_at) where finished_at is null;
