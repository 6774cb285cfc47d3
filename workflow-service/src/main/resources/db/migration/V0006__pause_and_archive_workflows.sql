ALTER TABLE workflows
    DROP CONSTRAINT workflows_status_check,
    DROP CONSTRAINT workflows_check;

-- An archived workflow keeps the number of its last version, or never had one.
ALTER TABLE workflows
    ADD CONSTRAINT workflows_status_check CHECK (status IN ('DRAFT', 'PUBLISHED', 'PAUSED', 'ARCHIVED')),
    ADD CONSTRAINT workflows_version_check CHECK (CASE status
        WHEN 'DRAFT' THEN published_version IS NULL
        WHEN 'ARCHIVED' THEN true
        ELSE published_version IS NOT NULL
    END);
