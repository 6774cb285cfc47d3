package com.automatrix.execution.persistence;

import com.automatrix.execution.messaging.OwnershipLost;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who may write for which inbox partition: each new owner's epoch fences off all earlier ones. */
@Repository
public class PartitionOwners {

    private final JdbcTemplate jdbc;

    PartitionOwners(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the rows at the very first start; afterwards the number of partitions must stay what it was. */
    public void require(int partitions) {
        Integer known = jdbc.queryForObject("SELECT count(*)::int FROM partition_owner", Integer.class);
        if (known != null && known != 0 && known != partitions) {
            throw new IllegalStateException("Expected the inbox topics to have " + known
                    + " partitions as before, but they have " + partitions
                    + ": executions would move to other partitions");
        }
        Unnest.of(IntStream.range(0, partitions).boxed().toList())
                .integer(partition -> partition)
                .update(
                        jdbc,
                        "INSERT INTO partition_owner (partition) SELECT unnest(?::int[]) ON CONFLICT (partition) DO NOTHING");
    }

    /** Takes the partitions over: waits for a former owner's commit, after which that owner cannot commit again. */
    public List<OwnedPartition> take(Collection<Integer> partitions, String owner) {
        return jdbc.query(
                """
                UPDATE partition_owner SET epoch = epoch + 1, owner = ? WHERE partition = ANY (?)
                RETURNING partition, epoch, commands_offset, completed_offset""",
                statement -> {
                    statement.setString(1, owner);
                    statement.setArray(2, statement.getConnection().createArrayOf("int4", partitions.toArray()));
                },
                (row, number) -> new OwnedPartition(
                        row.getInt("partition"),
                        row.getLong("epoch"),
                        row.getLong("commands_offset"),
                        row.getLong("completed_offset")));
    }

    /**
     * Writes the new offsets inside the batch's transaction.
     *
     * @throws OwnershipLost if another owner has taken one of the partitions
     */
    public void advance(Collection<OwnedPartition> owned) {
        int updated = Unnest.of(owned)
                .integer(OwnedPartition::partition)
                .bigint(OwnedPartition::epoch)
                .bigint(OwnedPartition::commandsOffset)
                .bigint(OwnedPartition::completedOffset)
                .update(jdbc, """
                        UPDATE partition_owner o
                           SET commands_offset = b.commands_offset, completed_offset = b.completed_offset
                          FROM unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                               AS b (partition, epoch, commands_offset, completed_offset)
                         WHERE o.partition = b.partition AND o.epoch = b.epoch""");
        if (updated != owned.size()) {
            throw new OwnershipLost(
                    "Expected to own " + owned + ", but only " + updated + " of their epochs are current");
        }
    }

    /**
     * Tells how far the owner has come with a partition; one that it has lost is left as it is.
     *
     * @param caughtUp everything that was written before that moment has been applied
     */
    public void caughtUp(Collection<OwnedPartition> owned, Map<Integer, Instant> caughtUp) {
        Unnest.of(owned)
                .integer(OwnedPartition::partition)
                .bigint(OwnedPartition::epoch)
                .time(partition -> Objects.requireNonNull(caughtUp.get(partition.partition())))
                .update(jdbc, """
                        UPDATE partition_owner o SET caught_up_at = b.caught_up_at
                          FROM unnest(?::int[], ?::bigint[], ?::timestamptz[]) AS b (partition, epoch, caught_up_at)
                         WHERE o.partition = b.partition AND o.epoch = b.epoch""");
    }

    /** The moment before which everything that was written, for whatever partition, has been published and applied. */
    public Instant caughtUp() {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                SELECT least(min(caught_up_at), (SELECT min(created_at) FROM batch_outbox), now())
                  FROM partition_owner""", (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant()));
    }
}
