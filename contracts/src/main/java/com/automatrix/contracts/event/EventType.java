package com.automatrix.contracts.event;

/**
 * A kind of dealership event.
 *
 * @param type the CloudEvent type, such as {@code com.automatrix.lead.received.v1}
 * @param topic where our own doors publish it
 * @param schema class-path resource of the JSON Schema of its data
 */
public record EventType(String type, String topic, String schema, String title) {}
