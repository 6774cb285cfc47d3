package com.automatrix.execution.message;

import com.automatrix.execution.consent.Addresses;
import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.execution.trigger.DealershipSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to colleagues, by the way that the e-mails of steps take. A notice is durable with the transaction that causes
 * it, and is handed over afterwards, by one replica; while nobody knows whether it was taken it is sent again under the
 * same Message-ID.
 */
@Component
public class Notices {

    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 100;

    private final NoticeStore store;
    private final MessageStore messages;
    private final Deliveries deliveries;
    private final Emails emails;
    private final DealershipSettings settings;
    private final InstantSource clock;

    Notices(
            NoticeStore store,
            MessageStore messages,
            Deliveries deliveries,
            Emails emails,
            DealershipSettings settings,
            InstantSource clock) {
        this.store = store;
        this.messages = messages;
        this.deliveries = deliveries;
        this.emails = emails;
        this.settings = settings;
        this.clock = clock;
    }

    /** Inside the caller's transaction; nothing happens if there is such a notice, or the address is none. */
    public void write(Notice notice) {
        Optional<String> to = Addresses.normal(Channel.EMAIL, notice.to());
        if (to.isEmpty()) {
            log.warn("notice not written execution={} because=\"the address is none\"", notice.executionId());
            return;
        }
        Letter letter = Letter.of(notice.text(), null, Purpose.TRANSACTIONAL, Store.of(settings.vars()));
        store.insert(
                notice,
                to.get(),
                letter,
                messages.blocked(Channel.EMAIL, to.get()).isPresent());
    }

    /** Hands over what is due. */
    public void sendDue() {
        Instant now = clock.instant();
        for (Message message : store.take(now, now.minus(AGAIN), MOST_AT_ONCE)) {
            switch (emails.outlet().handOver(message)) {
                case Handover.Accepted accepted -> deliveries.accepted(message, accepted);
                case Handover.Rejected(var error, var isAddressBad) -> {
                    if (!error.retryable() || isOld(message, now)) {
                        MessageState state = isAddressBad ? MessageState.BOUNCED : MessageState.FAILED;
                        deliveries.become(message.id(), state, error.code(), error.message());
                    }
                }
                case Handover.Unknown(var reason) -> {
                    if (isOld(message, now)) {
                        deliveries.become(
                                message.id(),
                                MessageState.FAILED,
                                "message.outcome-unknown",
                                "Expected to know whether the message was sent, but %s.".formatted(reason));
                    }
                }
            }
        }
    }

    private static boolean isOld(Message message, Instant now) {
        return message.createdAt().isBefore(now.minus(GIVEN_UP));
    }
}
