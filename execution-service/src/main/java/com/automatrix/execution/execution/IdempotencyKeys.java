package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.execution.persistence.Unnest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Which execution a request with an {@code Idempotency-Key} has started; remembered for seven days. */
@Repository
class IdempotencyKeys {

    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final RowMapper<Claim> CLAIM = (row, number) -> new Claim(
            new Key(row.getObject("workflow_id", UUID.class), row.getString("key")),
            row.getString("request_hash"),
            new ExecutionId(row.getObject("execution_id", UUID.class)));

    private final JdbcTemplate jdbc;

    IdempotencyKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A key counts for one workflow. */
    record Key(UUID workflowId, String key) {}

    /** A request's claim to a key. */
    record Claim(Key key, String requestHash, ExecutionId executionId) {}

    /** Of each key the claim that counts: this one's, or an earlier one's. */
    Map<Key, Claim> claim(Collection<Claim> claims, Instant now) {
        List<Claim> valid = new ArrayList<>(Unnest.of(claims)
                .uuid(claim -> claim.key.workflowId)
                .text(claim -> claim.key.key)
                .text(Claim::requestHash)
                .uuid(claim -> claim.executionId.value())
                .time(claim -> now)
                .query(jdbc, """
                        INSERT INTO idempotency_keys (workflow_id, key, request_hash, execution_id, created_at)
                        SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[])
                        ON CONFLICT (workflow_id, key) DO NOTHING
                        RETURNING workflow_id, key, request_hash, execution_id""", CLAIM));
        if (valid.size() < claims.size()) {
            valid.addAll(Unnest.of(claims)
                    .uuid(claim -> claim.key.workflowId)
                    .text(claim -> claim.key.key)
                    .query(jdbc, """
                            SELECT i.* FROM idempotency_keys i
                              JOIN unnest(?::uuid[], ?::text[]) AS c (workflow_id, key) USING (workflow_id, key)""", CLAIM));
        }
        Map<Key, Claim> byKey = new HashMap<>();
        valid.forEach(claim -> byKey.put(claim.key, claim));
        return byKey;
    }

    int forgetBefore(Instant time) {
        return jdbc.update(
                "DELETE FROM idempotency_keys WHERE created_at < ?", OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
