-- A step may wait for a time, an event or a person, and a scope undoes what was done inside.
ALTER TABLE execution_logs DROP CONSTRAINT execution_logs_status_check;
ALTER TABLE execution_logs ADD CONSTRAINT execution_logs_status_check
    CHECK (status IN ('RUNNING', 'WAITING', 'COMPENSATING', 'COMPLETED', 'FAILED', 'RETRYING', 'SKIPPED', 'CANCELLED'));
