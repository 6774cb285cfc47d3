ALTER TABLE templates
    ADD COLUMN owner      text   NOT NULL DEFAULT 'PRODUCT' CHECK (owner IN ('PRODUCT', 'DEALER')),
    ADD COLUMN kpi        text,
    ADD COLUMN tags       text[] NOT NULL DEFAULT '{}',
    ADD COLUMN tests      jsonb  NOT NULL DEFAULT '[]',
    ADD COLUMN created_by text   NOT NULL DEFAULT 'system';

ALTER TABLE templates
    ALTER COLUMN owner DROP DEFAULT,
    ALTER COLUMN tags DROP DEFAULT,
    ALTER COLUMN tests DROP DEFAULT,
    ALTER COLUMN created_by DROP DEFAULT;
