package com.automatrix.auth.token;

import com.automatrix.auth.account.Sessions;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SessionRevoked;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.time.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, renews and ends sessions; every end is told to all services. */
@Service
class SessionService implements Sessions {

    private static final Logger log = LoggerFactory.getLogger(SessionService.class);

    // Clocks of other machines may run behind.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final SessionRepository sessions;
    private final Outbox outbox;
    private final Audit audit;
    private final TokenProperties properties;
    private final InstantSource clock;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    SessionService(
            SessionRepository sessions,
            Outbox outbox,
            Audit audit,
            TokenProperties properties,
            InstantSource clock,
            Ids ids) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
        this.ids = ids;
    }

    /** Gives empty if the account is not active any more. */
    @Transactional
    Optional<Opened> open(UUID accountId) {
        var now = clock.instant();
        var sessionId = ids.next();
        if (!sessions.insert(sessionId, accountId, now, now.plus(properties.refreshLifetime()))) {
            return Optional.empty();
        }
        return Optional.of(new Opened(sessionId, newToken(sessionId, now)));
    }

    /**
     * Exchanges a refresh token for a new one. A token that comes a second time was copied: nobody can tell by whom, so
     * the session ends.
     */
    @Transactional
    Renewal renew(RefreshToken token) {
        var now = clock.instant();
        var found = sessions.lock(token).filter(session -> session.isOpen(now));
        if (found.isEmpty()) {
            return new Renewal.Refused();
        }
        var session = found.get();
        if (session.wasUsedBefore(now.minus(properties.reuseLeeway()))) {
            log.warn("refresh token came twice, session ends session={}", session.sessionId());
            revoke(session.sessionId(), now);
            return new Renewal.Refused();
        }
        sessions.markUsed(token, now);
        sessions.extend(session.sessionId(), now.plus(properties.refreshLifetime()));
        return new Renewal.Renewed(session.accountId(), session.sessionId(), newToken(session.sessionId(), now));
    }

    /** Ends the token's session; a token that nobody knows ends nothing. */
    @Transactional
    void close(RefreshToken token) {
        sessions.lock(token).ifPresent(session -> {
            revoke(session.sessionId(), clock.instant());
            // The trail finds the name by the id.
            var who = new Audit.Actor(session.accountId(), "");
            audit.recordBy(who, "session.closed", "user", session.accountId().toString(), null);
        });
    }

    @Override
    @Transactional
    public void revokeAll(UUID accountId) {
        var now = clock.instant();
        sessions.revokeAll(accountId, null, now).forEach(id -> announce(id, now));
    }

    @Override
    @Transactional
    public void revokeOthers(UUID accountId, UUID keptSessionId) {
        var now = clock.instant();
        sessions.revokeAll(accountId, keptSessionId, now).forEach(id -> announce(id, now));
    }

    /** Forgets what is over; a revoked session's message is cleared from the compacted topic too. */
    @Transactional
    void forgetEnded() {
        var now = clock.instant();
        var revoked = sessions.deleteRevokedBefore(now.minus(revocationMatters()));
        revoked.forEach(id -> outbox.appendTombstone(Topics.SESSION_REVOKED, id.toString()));
        var expired = sessions.deleteExpiredBefore(now.minus(revocationMatters()));
        var tokens = sessions.deleteTokensUsedBefore(now.minus(properties.refreshLifetime()));
        log.debug("ended sessions forgotten revoked={} expired={} tokens={}", revoked.size(), expired, tokens);
    }

    private RefreshToken newToken(UUID sessionId, Instant now) {
        var token = RefreshToken.random(random);
        sessions.insertToken(token, sessionId, now);
        return token;
    }

    private void revoke(UUID sessionId, Instant now) {
        if (sessions.revoke(sessionId, now)) {
            announce(sessionId, now);
        }
    }

    private void announce(UUID sessionId, Instant now) {
        var id = sessionId.toString();
        var message = new SessionRevoked(id, now.plus(revocationMatters()));
        outbox.append(Topics.SESSION_REVOKED, id, MessageTypes.SESSION_REVOKED, message);
    }

    private Duration revocationMatters() {
        return properties.accessLifetime().plus(CLOCK_SKEW);
    }

    record Opened(UUID sessionId, RefreshToken token) {}
}
