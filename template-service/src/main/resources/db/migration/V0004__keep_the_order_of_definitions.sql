-- jsonb sorts the keys of an object; a form's fields have the order in which somebody drew them.
ALTER TABLE templates
    ALTER COLUMN definition TYPE json USING definition::json,
    ALTER COLUMN tests DROP DEFAULT,
    ALTER COLUMN tests TYPE json USING tests::json,
    ALTER COLUMN tests SET DEFAULT '[]';

ALTER TABLE template_parameters
    ALTER COLUMN default_value TYPE json USING default_value::json,
    ALTER COLUMN example TYPE json USING example::json;
