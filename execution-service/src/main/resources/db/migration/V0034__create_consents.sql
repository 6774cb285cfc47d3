-- What persons have said about being contacted: every word of it, only ever added to. A person may be known by an id, an
-- address, or both.
CREATE TABLE consent_entries (
    id          uuid        PRIMARY KEY,
    person_id   text,
    address     text,
    channel     text        NOT NULL CHECK (channel IN ('SMS', 'EMAIL', 'VOICE')),
    purpose     text        NOT NULL CHECK (purpose IN ('TRANSACTIONAL', 'MARKETING', 'ALL')),
    state       text        NOT NULL CHECK (state IN ('GRANTED', 'REVOKED', 'UNKNOWN')),
    source      text        NOT NULL,
    evidence    text,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    CHECK (person_id IS NOT NULL OR address IS NOT NULL)
);

CREATE INDEX consent_entries_person ON consent_entries (person_id, id);
CREATE INDEX consent_entries_address ON consent_entries (address, id);

CREATE FUNCTION consent_entries_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the consent ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Deleting stays possible: a person may ask to be forgotten.
CREATE TRIGGER consent_entries_append_only
    BEFORE UPDATE ON consent_entries
    FOR EACH ROW EXECUTE FUNCTION consent_entries_refuse_change();

-- What holds now, by what was said last, for "person:<id>" and for "address:<number or e-mail>".
CREATE TABLE consent_states (
    subject   text        NOT NULL,
    channel   text        NOT NULL,
    purpose   text        NOT NULL CHECK (purpose IN ('TRANSACTIONAL', 'MARKETING')),
    state     text        NOT NULL,
    at        timestamptz NOT NULL,
    person_id text,
    entry_id  uuid        NOT NULL REFERENCES consent_entries (id) ON DELETE CASCADE,
    PRIMARY KEY (subject, channel, purpose)
);

CREATE INDEX consent_states_person ON consent_states (person_id, channel, purpose);
CREATE INDEX consent_states_entry ON consent_states (entry_id);
