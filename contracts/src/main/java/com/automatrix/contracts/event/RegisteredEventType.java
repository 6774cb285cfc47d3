package com.automatrix.contracts.event;

import com.automatrix.contracts.json.JsonTree;
import java.util.Map;

/**
 * A dealer's own kind of event, beside those of the catalogue.
 *
 * @param type the CloudEvent {@code type} attribute
 * @param title for people
 * @param topic where our own doors publish it: {@code dealership.<name>}
 * @param schema JSON Schema of its data
 * @param example data that fits the schema
 */
public record RegisteredEventType(
        String type,
        String title,
        String topic,
        String description,
        Map<String, Object> schema,
        Map<String, Object> example) {

    public RegisteredEventType {
        schema = JsonTree.object(schema);
        example = JsonTree.object(example);
    }
}
