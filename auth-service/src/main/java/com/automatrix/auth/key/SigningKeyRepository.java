package com.automatrix.auth.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code signing_keys}. */
@Repository
class SigningKeyRepository {

    // Any constant will do, as long as nothing else in this database locks it.
    private static final long ROTATION_LOCK = 0x6B657973;

    private final JdbcClient jdbc;

    SigningKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one instance at a time decide about a new key, until its transaction ends. */
    void lockRotation() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .param("lock", ROTATION_LOCK)
                .query(Integer.class)
                .single();
    }

    Optional<StoredKey> newest() {
        return jdbc.sql("select * from signing_keys where retired_at is null order by created_at desc limit 1")
                .query(SigningKeyRepository::read)
                .optional();
    }

    /** Keys whose tokens may still be around. */
    List<StoredKey> published(Instant retiredAfter) {
        return jdbc.sql("select * from signing_keys where retired_at is null or retired_at > :after"
                        + " order by created_at desc")
                .param("after", at(retiredAfter))
                .query(SigningKeyRepository::read)
                .list();
    }

    void retireAll(Instant now) {
        jdbc.sql("update signing_keys set retired_at = :now where retired_at is null")
                .param("now", at(now))
                .update();
    }

    void deleteRetiredBefore(Instant instant) {
        jdbc.sql("delete from signing_keys where retired_at <= :instant")
                .param("instant", at(instant))
                .update();
    }

    void insert(StoredKey key) {
        jdbc.sql("insert into signing_keys (id, public_key, private_key, created_at)"
                        + " values (:id, :publicKey, :privateKey, :createdAt)")
                .param("id", key.id())
                .param("publicKey", key.publicKey())
                .param("privateKey", key.encryptedPrivateKey())
                .param("createdAt", at(key.createdAt()))
                .update();
    }

    private static StoredKey read(ResultSet row, int number) throws SQLException {
        return new StoredKey(
                row.getString("id"),
                row.getBytes("public_key"),
                row.getBytes("private_key"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
