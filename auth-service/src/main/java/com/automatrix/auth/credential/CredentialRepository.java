package com.automatrix.auth.credential;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Reads and writes {@code credentials}. */
@Repository
class CredentialRepository {

    // Any constant will do, as long as nothing else in this database locks it.
    private static final long CHANGE_LOCK = 0x63726564;

    private final JdbcClient jdbc;

    CredentialRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one change at a time happen, until its transaction ends: what is published then has their order. */
    void lockChanges() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .param("lock", CHANGE_LOCK)
                .query(Integer.class)
                .single();
    }

    List<StoredCredential> all() {
        return jdbc.sql("select * from credentials order by name")
                .query(CredentialRepository::read)
                .list();
    }

    List<StoredCredential> listAfter(@Nullable String name, int limit) {
        return jdbc.sql("select * from credentials where cast(:name as text) is null or name > :name"
                        + " order by name limit :limit")
                .param("name", name)
                .param("limit", limit)
                .query(CredentialRepository::read)
                .list();
    }

    Optional<StoredCredential> find(String name) {
        return jdbc.sql("select * from credentials where name = :name")
                .param("name", name)
                .query(CredentialRepository::read)
                .optional();
    }

    /** Gives false if the name is taken. */
    boolean insert(StoredCredential credential) {
        return jdbc.sql("""
                        insert into credentials (id, name, type, description, shown, sealed, key_id,
                                                 created_at, changed_at, changed_by)
                        values (:id, :name, :type, :description, :shown::jsonb, :sealed, :keyId,
                                :createdAt, :changedAt, :changedBy)
                        on conflict (name) do nothing""")
                        .param("id", credential.id())
                        .param("name", credential.name())
                        .param("type", credential.type().name())
                        .param("description", credential.description())
                        .param("shown", StoredJson.write(credential.shown()))
                        .param("sealed", credential.sealed())
                        .param("keyId", credential.keyId())
                        .param("createdAt", at(credential.createdAt()))
                        .param("changedAt", at(credential.changedAt()))
                        .param("changedBy", credential.changedBy())
                        .update()
                == 1;
    }

    void update(StoredCredential credential) {
        jdbc.sql("""
                update credentials
                set type = :type, description = :description, shown = :shown::jsonb, sealed = :sealed, key_id = :keyId,
                    changed_at = :changedAt, changed_by = :changedBy
                where id = :id""")
                .param("type", credential.type().name())
                .param("description", credential.description())
                .param("shown", StoredJson.write(credential.shown()))
                .param("sealed", credential.sealed())
                .param("keyId", credential.keyId())
                .param("changedAt", at(credential.changedAt()))
                .param("changedBy", credential.changedBy())
                .param("id", credential.id())
                .update();
    }

    void reseal(UUID id, byte[] sealed, String keyId) {
        jdbc.sql("update credentials set sealed = :sealed, key_id = :keyId where id = :id")
                .param("sealed", sealed)
                .param("keyId", keyId)
                .param("id", id)
                .update();
    }

    void used(UUID id, String service, Instant when) {
        jdbc.sql("update credentials set last_used_at = :at, last_used_by = :by where id = :id")
                .param("at", at(when))
                .param("by", service)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from credentials where id = :id").param("id", id).update();
    }

    private static StoredCredential read(ResultSet row, int number) throws SQLException {
        return new StoredCredential(
                row.getObject("id", UUID.class),
                row.getString("name"),
                CredentialType.valueOf(row.getString("type")),
                row.getString("description"),
                ContractJson.events().readValue(row.getString("shown"), new TypeReference<Map<String, String>>() {}),
                row.getBytes("sealed"),
                row.getString("key_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                instant(row.getObject("last_used_at", OffsetDateTime.class)),
                row.getString("last_used_by"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
