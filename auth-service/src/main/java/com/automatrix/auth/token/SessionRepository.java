package com.automatrix.auth.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code sessions} and {@code refresh_tokens}. */
@Repository
class SessionRepository {

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens a session, unless the account was deactivated meanwhile: the row lock makes a deactivation either wait and
     * find this session, or be seen here.
     *
     * @return false if the account is not active
     */
    boolean insert(UUID sessionId, UUID accountId, Instant now, Instant expiresAt) {
        var active = jdbc.sql("select is_active from users where id = :id for share")
                .param("id", accountId)
                .query(Boolean.class)
                .optional();
        if (!active.orElse(false)) {
            return false;
        }
        jdbc.sql("insert into sessions (id, user_id, created_at, expires_at) values (:id, :user, :now, :expires)")
                .param("id", sessionId)
                .param("user", accountId)
                .param("now", at(now))
                .param("expires", at(expiresAt))
                .update();
        return true;
    }

    void insertToken(RefreshToken token, UUID sessionId, Instant now) {
        jdbc.sql("insert into refresh_tokens (token_hash, session_id, issued_at) values (:hash, :session, :now)")
                .param("hash", token.hash())
                .param("session", sessionId)
                .param("now", at(now))
                .update();
    }

    /** The token's session, locked, so that two uses of one token come one after the other. */
    Optional<Found> lock(RefreshToken token) {
        return jdbc.sql("""
                        select session.id, session.user_id, session.expires_at, session.revoked_at,
                               token.used_at, users.is_active
                        from refresh_tokens token
                            join sessions session on session.id = token.session_id
                            join users on users.id = session.user_id
                        where token.token_hash = :hash
                        for update of session, token""")
                .param("hash", token.hash())
                .query(SessionRepository::read)
                .optional();
    }

    void markUsed(RefreshToken token, Instant now) {
        jdbc.sql("update refresh_tokens set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", at(now))
                .param("hash", token.hash())
                .update();
    }

    void extend(UUID sessionId, Instant expiresAt) {
        jdbc.sql("update sessions set expires_at = :expires where id = :id")
                .param("expires", at(expiresAt))
                .param("id", sessionId)
                .update();
    }

    /** Gives the sessions that were open until now. */
    List<UUID> revokeAll(UUID accountId, @Nullable UUID keptSessionId, Instant now) {
        return jdbc.sql("""
                        update sessions set revoked_at = :now
                        where user_id = :user and revoked_at is null and expires_at > :now
                          and id is distinct from cast(:kept as uuid)
                        returning id""")
                .param("now", at(now))
                .param("user", accountId)
                .param("kept", keptSessionId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Gives false if it was not open any more. */
    boolean revoke(UUID sessionId, Instant now) {
        return jdbc.sql("update sessions set revoked_at = :now where id = :id and revoked_at is null")
                        .param("now", at(now))
                        .param("id", sessionId)
                        .update()
                == 1;
    }

    /** Deletes revoked sessions that no token can still belong to, and says which. */
    List<UUID> deleteRevokedBefore(Instant instant) {
        return jdbc.sql("delete from sessions where revoked_at < :instant returning id")
                .param("instant", at(instant))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    int deleteExpiredBefore(Instant instant) {
        return jdbc.sql("delete from sessions where revoked_at is null and expires_at < :instant")
                .param("instant", at(instant))
                .update();
    }

    /** Deletes tokens that were used so long ago that their session has a newer one in any case. */
    int deleteTokensUsedBefore(Instant instant) {
        return jdbc.sql("delete from refresh_tokens where used_at < :instant")
                .param("instant", at(instant))
                .update();
    }

    private static Found read(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("revoked_at") != null,
                instant(row.getObject("used_at", OffsetDateTime.class)),
                row.getBoolean("is_active"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A refresh token's session and what is known of both. */
    record Found(
            UUID sessionId,
            UUID accountId,
            Instant expiresAt,
            boolean isRevoked,
            @Nullable Instant usedAt,
            boolean isAccountActive) {

        boolean isOpen(Instant now) {
            return !isRevoked && isAccountActive && now.isBefore(expiresAt);
        }

        boolean wasUsedBefore(Instant instant) {
            return usedAt != null && usedAt.isBefore(instant);
        }
    }
}
