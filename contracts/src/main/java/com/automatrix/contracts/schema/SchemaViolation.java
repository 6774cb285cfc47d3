package com.automatrix.contracts.schema;

/**
 * One place where a JSON tree does not fit its schema.
 *
 * @param pointer JSON Pointer (RFC 6901) to the place; for a missing or unknown field, to that field
 * @param code one of {@code unknown-field}, {@code missing-field}, {@code wrong-type}, {@code not-allowed},
 *     {@code wrong-format}, {@code out-of-range}, {@code wrong-length}, {@code wrong-size}, {@code duplicate-item},
 *     {@code broken-schema}, {@code too-costly} and {@code invalid}, after a prefix such as {@code definition.}
 * @param message a sentence for people: "Expected …, but …"
 */
public record SchemaViolation(String pointer, String code, String message) {

    static final String BROKEN_SCHEMA = "broken-schema";
    static final String TOO_COSTLY = "too-costly";

    /** Whether it says that the schema cannot be used, and nothing about the tree. */
    public boolean isOfSchema() {
        return code.equals(BROKEN_SCHEMA) || code.equals(TOO_COSTLY);
    }

    /** The sentence up to what is there instead: nothing of it comes from the tree but the field's name. */
    public String expectation() {
        int actual = message.indexOf(", but ");
        return actual < 0 ? message : message.substring(0, actual) + ".";
    }

    /** The same violation of a tree that is part of a larger one. */
    public SchemaViolation under(String parentPointer) {
        return new SchemaViolation(parentPointer + pointer, code, message);
    }

    SchemaViolation withCodePrefix(String prefix) {
        return new SchemaViolation(pointer, prefix + code, message);
    }
}
