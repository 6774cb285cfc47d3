-- Published, but nothing may start it for now.
ALTER TABLE published_workflows ADD COLUMN paused boolean NOT NULL DEFAULT false;
