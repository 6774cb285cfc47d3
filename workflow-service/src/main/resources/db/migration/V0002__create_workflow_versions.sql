CREATE TABLE workflow_versions (
    workflow_id  uuid        NOT NULL REFERENCES workflows (id),
    version      integer     NOT NULL CHECK (version > 0),
    name         text        NOT NULL,
    description  text        NOT NULL,
    category     text        NOT NULL,
    definition   jsonb       NOT NULL,
    note         text        NOT NULL DEFAULT '' CHECK (char_length(note) <= 500),
    published_at timestamptz NOT NULL,
    published_by text        NOT NULL,
    PRIMARY KEY (workflow_id, version)
);

CREATE FUNCTION refuse_change_of_workflow_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published version is immutable: publish a new one instead.';
END
$$;

CREATE TRIGGER workflow_versions_are_immutable
    BEFORE UPDATE OR DELETE ON workflow_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_workflow_version();
