package com.automatrix.platform.security;

import com.automatrix.contracts.message.SessionRevoked;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.TopicTail;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Knows the ended sessions by reading the whole topic and then following it.
 *
 * <p>Every process reads all of it, so a token is refused everywhere within moments of its session's end. While the
 * broker is away, what is already known stays known; an access token that outlives its session then does so at most
 * until it expires.
 */
final class RevokedSessionsTail implements RevokedSessions, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RevokedSessionsTail.class);

    private final Map<String, Instant> untilBySession = new ConcurrentHashMap<>();
    private final CloudEventRecords records;
    private final InstantSource clock;
    private final TopicTail tail;

    RevokedSessionsTail(TopicTail.Factory tails, CloudEventRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
        this.tail = tails.create(Topics.SESSION_REVOKED, this::accept);
    }

    @Override
    public boolean isRevoked(@Nullable String sessionId) {
        if (sessionId == null) {
            return false;
        }
        var until = untilBySession.get(sessionId);
        if (until == null) {
            return false;
        }
        if (until.isAfter(clock.instant())) {
            return true;
        }
        untilBySession.remove(sessionId, until);
        return false;
    }

    private void accept(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            untilBySession.remove(message.key());
            return;
        }
        try {
            var revoked = records.data(message, SessionRevoked.class);
            if (revoked.until().isAfter(clock.instant())) {
                untilBySession.put(revoked.sessionId(), revoked.until());
            }
        } catch (UnreadableRecord unreadable) {
            LOG.warn("session revocation unreadable offset={} because={}", message.offset(), unreadable.reason());
        }
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public void stop() {
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }
}
