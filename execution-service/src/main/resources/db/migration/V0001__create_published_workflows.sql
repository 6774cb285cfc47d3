-- This service's own copy of what was published, so that it runs while workflow-service is down.
CREATE TABLE workflow_versions (
    workflow_id  uuid        NOT NULL,
    version      integer     NOT NULL,
    name         text        NOT NULL,
    definition   json        NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (workflow_id, version)
);

-- Which version new executions start with; none after a tombstone.
CREATE TABLE published_workflows (
    workflow_id  uuid        PRIMARY KEY,
    version      integer,
    changed_at    timestamptz NOT NULL,
    record_offset bigint      NOT NULL,
    active_since timestamptz NOT NULL,
    FOREIGN KEY (workflow_id, version) REFERENCES workflow_versions (workflow_id, version)
);

CREATE INDEX published_workflows_version ON published_workflows (workflow_id, version);

CREATE TABLE triggers (
    workflow_id  uuid        NOT NULL REFERENCES published_workflows (workflow_id),
    trigger_id   text        NOT NULL,
    version      integer     NOT NULL,
    type         text        NOT NULL,
    event_type   text,
    filter       text,
    active_since timestamptz NOT NULL,
    PRIMARY KEY (workflow_id, trigger_id)
);
