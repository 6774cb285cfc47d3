package com.automatrix.contracts.event;

/**
 * A kind of dealership event.
 *
 * @param name such as {@code lead.received}
 * @param version of its data; another one is another type
 * @param topic where our own doors publish it
 * @param title for people
 */
public record EventType(String name, int version, String topic, String title) {

    /** The CloudEvent {@code type} attribute, such as {@code com.automatrix.lead.received.v1}. */
    public String type() {
        return EventTypes.PREFIX + schemaName();
    }

    /** The CloudEvent {@code dataschema} attribute, such as {@code urn:automatrix:schema:lead.received:1}. */
    public String dataSchema() {
        return "urn:automatrix:schema:" + name + ":" + version;
    }

    /** The name under which {@code SchemaCheck.event} knows its data, such as {@code lead.received.v1}. */
    public String schemaName() {
        return name + ".v" + version;
    }

    /** The class-path resource of its data's JSON Schema. */
    public String schema() {
        return "/contracts/schema/event/" + schemaName() + ".schema.json";
    }
}
