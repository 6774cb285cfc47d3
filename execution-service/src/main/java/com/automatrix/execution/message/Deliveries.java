package com.automatrix.execution.message;

import com.automatrix.contracts.event.EventTypes;
import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.messaging.ProductEvents;
import com.automatrix.execution.messaging.ProductEvents.About;
import com.automatrix.platform.trace.Correlation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes how far messages come, and publishes it of those that are to customers, both or neither. */
@Component
class Deliveries {

    private final MessageStore store;
    private final ProductEvents events;
    private final TransactionTemplate transaction;

    Deliveries(MessageStore store, ProductEvents events, TransactionTemplate transaction) {
        this.store = store;
        this.events = events;
        this.transaction = transaction;
    }

    /** The data of {@code message.delivery}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Delivery(
            UUID messageId,
            UUID executionId,
            Channel channel,
            MessageState state,
            @Nullable String providerCode,
            Instant at) {}

    /** The message is the provider's, or lies in the outbox. */
    Message accepted(Message message, Handover.Accepted accepted) {
        return noted(() -> store.accepted(message, accepted));
    }

    Message become(UUID id, MessageState state, @Nullable String code, String reason) {
        return noted(() -> store.become(id, state, code, reason));
    }

    /**
     * A provider says what became of a message; a late word of its sending changes nothing. Returns what it was about.
     *
     * @param to whom it was to; null if the provider does not say
     */
    Optional<Message> told(String providerId, @Nullable String to, MessageState state, Word word) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Message> changed = store.told(providerId, to, state, word);
            changed.ifPresent(this::publish);
            return changed;
        }));
    }

    /** What a provider says: why, as a code and as a sentence. */
    record Word(@Nullable String code, String reason) {}

    private Message noted(Supplier<Message> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Message changed = change.get();
            publish(changed);
            return changed;
        }));
    }

    private void publish(Message message) {
        if (message.isNotice() || !message.state().isDelivery()) {
            return;
        }
        events.append(
                EventTypes.MESSAGE_DELIVERY,
                new About("message/" + message.id(), message.state() + " " + message.updatedAt()),
                Correlation.current(),
                new Delivery(
                        message.id(),
                        message.executionId(),
                        message.channel(),
                        message.state(),
                        message.code(),
                        message.updatedAt()));
    }
}
