package com.automatrix.execution.lead;

import java.util.Locale;

/**
 * A document as it came.
 *
 * @param contentType as its sender calls it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only read and stored.
record IncomingDocument(byte[] content, String contentType) {

    static final String MAIL = "message/rfc822";

    static IncomingDocument mail(byte[] message) {
        return new IncomingDocument(message, MAIL);
    }

    /** The type without its parameters, in lower case. */
    String mediaType() {
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
