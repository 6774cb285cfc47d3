package com.automatrix.auth.audit;

import com.automatrix.auth.audit.AuditEntry.Actor;
import com.automatrix.auth.audit.AuditEntry.Subject;
import com.automatrix.contracts.message.AuditRecorded;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.messaging.CloudEventRecords;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Adds what the services tell; an entry that comes twice is kept once. */
@Component
class AuditListener {

    private final AuditService audit;
    private final CloudEventRecords records;

    AuditListener(AuditService audit, CloudEventRecords records) {
        this.audit = audit;
        this.records = records;
    }

    @KafkaListener(topics = Topics.AUDIT_RECORDED)
    void accept(ConsumerRecord<String, byte[]> message) {
        AuditRecorded told = records.data(message, AuditRecorded.class);
        audit.add(new AuditEntry(
                told.id(),
                told.at(),
                new Actor(told.actorId(), told.actorName()),
                told.action(),
                new Subject(told.subjectType(), told.subjectId(), null),
                told.service(),
                detail(told),
                told.correlationId()));
    }

    /** What was there before is only worth telling beside what is there now. */
    private static @Nullable String detail(AuditRecorded told) {
        if (told.before() == null) {
            return told.after() == null ? null : StoredJson.write(told.after());
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("before", told.before());
        if (told.after() != null) {
            both.put("after", told.after());
        }
        return StoredJson.write(both);
    }
}
