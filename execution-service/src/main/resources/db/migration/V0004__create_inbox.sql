-- Who may write for a partition, and how far it has read: an offset of -1 means from the beginning.
CREATE TABLE partition_owner (
    partition        integer PRIMARY KEY,
    epoch            bigint  NOT NULL DEFAULT 0,
    owner            text,
    commands_offset  bigint  NOT NULL DEFAULT -1,
    completed_offset bigint  NOT NULL DEFAULT -1
);

-- What a committed batch still has to publish; partition -1 is not the inbox's but the API's or the router's.
CREATE TABLE batch_outbox (
    id         uuid        PRIMARY KEY,
    partition  integer     NOT NULL,
    created_at timestamptz NOT NULL,
    records    bytea       NOT NULL
);

CREATE INDEX batch_outbox_of_partition ON batch_outbox (partition);
