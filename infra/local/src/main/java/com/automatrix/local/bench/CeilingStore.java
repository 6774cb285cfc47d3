package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A database of its own on the system's server: a row that is changed and a row that is added for each record. */
final class CeilingStore implements AutoCloseable {
    static final int ENTITIES = 10_000;
    private static final String DATABASE = "bench_ceiling";

    private final RunningParts parts;
    private final Connection connection;

    CeilingStore(RunningParts parts) {
        this.parts = parts;
        administer("DROP DATABASE IF EXISTS " + DATABASE);
        administer("CREATE DATABASE " + DATABASE);
        this.connection = parts.postgres(DATABASE);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE state (id int PRIMARY KEY, changes int NOT NULL, data bytea NOT NULL)"
                    + " WITH (fillfactor = 70)");
            statement.execute("CREATE TABLE log (id int NOT NULL, record bigint NOT NULL, data bytea NOT NULL,"
                    + " PRIMARY KEY (id, record))");
            statement.execute("INSERT INTO state SELECT id, 0, '' FROM generate_series(0, " + (ENTITIES - 1) + ") id");
            connection.setAutoCommit(false);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** One transaction with one statement for each table, however many records there are. */
    void store(List<ConsumerRecord<String, byte[]>> records) {
        var ids = records.stream().map(record -> Integer.valueOf(record.key())).toArray(Integer[]::new);
        var offsets = records.stream().map(ConsumerRecord::offset).toArray(Long[]::new);
        var data = records.stream().map(ConsumerRecord::value).toArray(byte[][]::new);
        try (var update = connection.prepareStatement("""
                        UPDATE state s SET changes = s.changes + 1, data = r.data
                          FROM unnest(?::int[], ?::bytea[]) AS r (id, data) WHERE s.id = r.id""");
                var insert = connection.prepareStatement("""
                        INSERT INTO log (id, record, data)
                        SELECT * FROM unnest(?::int[], ?::bigint[], ?::bytea[])""")) {
            update.setArray(1, connection.createArrayOf("int4", ids));
            update.setArray(2, connection.createArrayOf("bytea", data));
            update.executeUpdate();
            insert.setArray(1, connection.createArrayOf("int4", ids));
            insert.setArray(2, connection.createArrayOf("int8", offsets));
            insert.setArray(3, connection.createArrayOf("bytea", data));
            insert.executeUpdate();
            connection.commit();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void administer(String sql) {
        try (var superuser = parts.postgres("postgres");
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Failure failed(SQLException failure) {
        return new Failure("Expected PostgreSQL to take it, but: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed(failure);
        } finally {
            administer("DROP DATABASE " + DATABASE + " WITH (FORCE)");
        }
    }
}
