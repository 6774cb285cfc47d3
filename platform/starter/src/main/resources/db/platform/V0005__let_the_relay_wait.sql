-- An event that its writer sends itself is left to the relay only if it is still here by then.
alter table outbox add column relay_after timestamptz;
