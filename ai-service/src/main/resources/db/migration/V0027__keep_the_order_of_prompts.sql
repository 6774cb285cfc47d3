-- jsonb sorts the keys of an object; the variables of a prompt have the order in which somebody wrote them.
ALTER TABLE prompt_versions
    ALTER COLUMN content TYPE json USING content::json;
