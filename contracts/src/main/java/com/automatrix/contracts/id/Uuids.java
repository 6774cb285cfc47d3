package com.automatrix.contracts.id;

import java.util.UUID;

/** Reads UUIDs from text with an error that says what was expected. */
final class Uuids {

    private static final int CANONICAL_LENGTH = 36;

    private Uuids() {}

    static UUID parse(String what, String text) {
        // UUID.fromString also takes short forms such as "1-1-1-1-1", which would give one id two spellings.
        if (text.length() != CANONICAL_LENGTH) {
            throw new IllegalArgumentException("Expected %s to be a UUID, but got \"%s\"".formatted(what, text));
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Expected %s to be a UUID, but got \"%s\"".formatted(what, text), e);
        }
    }
}
