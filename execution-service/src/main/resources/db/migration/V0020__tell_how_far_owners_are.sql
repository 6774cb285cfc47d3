-- Everything that was written before caught_up_at has been applied: who looks for what is missing asks this first.
ALTER TABLE partition_owner ADD COLUMN caught_up_at timestamptz NOT NULL DEFAULT now();
