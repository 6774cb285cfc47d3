package com.automatrix.execution.messaging;

import com.automatrix.execution.persistence.Unnest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The table of what committed transactions still have to publish; every method runs in the caller's transaction. */
@Repository
public class BatchOutbox {

    private static final RowMapper<OutboxBatch> BATCH = (row, number) -> new OutboxBatch(
            row.getObject("id", UUID.class), row.getInt("partition"), RecordCodec.decode(row.getBytes("records")));

    private final JdbcTemplate jdbc;

    BatchOutbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Collection<OutboxBatch> batches, Instant now) {
        Unnest.of(batches)
                .uuid(OutboxBatch::id)
                .integer(OutboxBatch::partition)
                .time(batch -> now)
                .bytes(batch -> RecordCodec.encode(batch.records()))
                .update(jdbc, """
                        INSERT INTO batch_outbox (id, partition, created_at, records)
                        SELECT * FROM unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::bytea[])""");
    }

    public void delete(Collection<UUID> published) {
        Unnest.of(published).uuid(id -> id).update(jdbc, "DELETE FROM batch_outbox WHERE id = ANY (?::uuid[])");
    }

    /** What the former owners of the partitions have committed but perhaps not published, oldest first. */
    public List<OutboxBatch> leftovers(Collection<Integer> partitions) {
        return Unnest.of(partitions)
                .integer(partition -> partition)
                .query(
                        jdbc,
                        "SELECT id, partition, records FROM batch_outbox WHERE partition = ANY (?::int[]) ORDER BY id",
                        BATCH);
    }

    /** Locks some of what nobody has published for so long that its writer may be dead; other replicas skip these. */
    public List<OutboxBatch> lockOlderThan(Duration age, Instant now) {
        return jdbc.query("""
                SELECT id, partition, records FROM batch_outbox WHERE created_at < ?
                 ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED""", BATCH, OffsetDateTime.ofInstant(now.minus(age), ZoneOffset.UTC));
    }
}
