ALTER TABLE prompt_cases
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_by text NOT NULL DEFAULT 'system';

ALTER TABLE prompt_cases
    ALTER COLUMN created_at DROP DEFAULT,
    ALTER COLUMN changed_at DROP DEFAULT,
    ALTER COLUMN changed_by DROP DEFAULT;
