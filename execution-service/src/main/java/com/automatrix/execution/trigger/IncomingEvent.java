package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.EventRef;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A dealership event that was found valid. */
record IncomingEvent(
        EventRef event, @Nullable Object data, String correlationId, ConsumerRecord<String, byte[]> message) {}
