-- Steps of one bulkhead (of one host, say) are slow together; each has its own room, so those of others do not wait.
alter table step_inbox add column bulkhead text not null default '';

drop index step_inbox_open;
create index step_inbox_open on step_inbox (pool, bulkhead, due_at) where finished_at is null;
