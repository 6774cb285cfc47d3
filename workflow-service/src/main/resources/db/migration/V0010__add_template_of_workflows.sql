ALTER TABLE workflows
    ADD COLUMN template_slug text,
    ADD COLUMN template_version integer CHECK (template_version > 0),
    ADD CHECK ((template_slug IS NULL) = (template_version IS NULL));
