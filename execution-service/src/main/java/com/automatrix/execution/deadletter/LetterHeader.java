package com.automatrix.execution.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A header of a record, as it is stored.
 *
 * @param value in Base64; null if it has none
 */
record LetterHeader(String name, @Nullable String value) {

    static LetterHeader of(Header header) {
        byte[] value = header.value();
        return new LetterHeader(
                header.key(), value == null ? null : Base64.getEncoder().encodeToString(value));
    }

    static LetterHeader ofText(String name, String text) {
        return new LetterHeader(name, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    RecordHeader asRecordHeader() {
        return new RecordHeader(name, bytes());
    }

    /** For people: what is no text is shown as well as it can be. */
    String text() {
        byte[] bytes = bytes();
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private byte @Nullable [] bytes() {
        return value == null ? null : Base64.getDecoder().decode(value);
    }
}
