-- What came, byte by byte, whether or not it could be read.
CREATE TABLE lead_documents (
    id           uuid PRIMARY KEY,
    received_at  timestamptz NOT NULL,
    channel      text        NOT NULL,
    content_type text        NOT NULL,
    content      bytea       NOT NULL
);

-- One row for each lead, and one for each document in which none could be recognised.
CREATE TABLE leads (
    id          uuid PRIMARY KEY,
    document_id uuid        NOT NULL REFERENCES lead_documents (id),
    received_at timestamptz NOT NULL,
    channel     text        NOT NULL,
    dealer_id   text        NOT NULL,
    quality     text        NOT NULL,
    because     text,
    repairs     text[]      NOT NULL,
    notes       text[]      NOT NULL,
    title       text        NOT NULL,
    vehicle     text        NOT NULL,
    -- The data of the event; null if no lead could be recognised.
    lead        json,
    lead_key    text,
    -- How often the same lead came again.
    repeats     integer     NOT NULL DEFAULT 0,
    search      text        NOT NULL
);

CREATE UNIQUE INDEX leads_by_key ON leads (dealer_id, lead_key) WHERE lead_key IS NOT NULL;
CREATE INDEX leads_by_document ON leads (document_id);
CREATE INDEX leads_by_time ON leads (received_at);
CREATE INDEX leads_by_quality ON leads (quality, id);
