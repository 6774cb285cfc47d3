-- As its author wrote it, in the order of its fields: what is sent to a model must not change by being stored.
ALTER TABLE prompt_cases
    ALTER COLUMN content TYPE json
    USING json_build_object('name', content -> 'name',
                            'variables', content -> 'variables',
                            'expect', jsonb_strip_nulls(content - 'name' - 'variables'));
