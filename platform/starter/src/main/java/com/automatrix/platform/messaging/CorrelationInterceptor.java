package com.automatrix.platform.messaging;

import com.automatrix.platform.trace.Correlation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/** Binds the correlation id of a record to the thread while a listener handles it. */
final class CorrelationInterceptor implements RecordInterceptor<Object, Object> {

    private final CloudEventRecords records;

    CorrelationInterceptor(CloudEventRecords records) {
        this.records = records;
    }

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
        MDC.put(Correlation.MDC_KEY, records.correlationId(message).orElseGet(Correlation::fresh));
        return message;
    }

    @Override
    public void afterRecord(ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
        MDC.remove(Correlation.MDC_KEY);
    }
}
