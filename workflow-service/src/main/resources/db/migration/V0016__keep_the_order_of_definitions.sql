-- jsonb sorts the keys of an object; a form's fields have the order in which somebody drew them.
ALTER TABLE workflows
    ALTER COLUMN definition TYPE json USING definition::json;

ALTER TABLE workflow_versions
    ALTER COLUMN definition TYPE json USING definition::json;
