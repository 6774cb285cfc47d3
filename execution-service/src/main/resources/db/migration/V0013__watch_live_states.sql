-- What the check for stuck executions asks: since when a state is what it is, and how many timers it needs.
ALTER TABLE execution_state
    ADD COLUMN timers     integer     NOT NULL DEFAULT 0,
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
