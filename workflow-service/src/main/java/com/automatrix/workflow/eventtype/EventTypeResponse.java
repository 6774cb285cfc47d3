package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.RegisteredEventType;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of event as the API shows it.
 *
 * @param category the part of its topic's name that tells one from another, such as {@code sales}
 * @param own whether the dealer registered it
 * @param schema JSON Schema of the data, without references to other documents
 * @param example data that fits the schema
 */
record EventTypeResponse(
        String type,
        String title,
        String category,
        String topic,
        String description,
        boolean own,
        Map<String, Object> schema,
        Map<String, Object> example) {

    static EventTypeResponse of(RegisteredEventType type) {
        return new EventTypeResponse(
                type.type(),
                type.title(),
                category(type.topic()),
                type.topic(),
                type.description(),
                true,
                type.schema(),
                type.example());
    }

    static String category(String topic) {
        return topic.substring(topic.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
