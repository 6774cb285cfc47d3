package com.automatrix.execution.lead.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of a MIME message, decoded.
 *
 * @param type such as {@code text/plain}, in lower case
 * @param encoding of its text, as its header names it
 * @param field the form field that it is the value of
 * @param fileName as the sender's file was called
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only handed on to be read.
public record MailPart(
        String type,
        @Nullable String encoding,
        @Nullable String field,
        @Nullable String fileName,
        byte[] content) {

    /** Whether its sender says that it is XML. */
    public boolean isXml() {
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        boolean isCalledXml = type.endsWith("/xml") || type.equals("application/x-adf+xml");
        return isCalledXml || name.endsWith(".xml") || name.endsWith(".adf");
    }

    public boolean isText() {
        return type.startsWith("text/");
    }

    public boolean isHtml() {
        return type.equals("text/html");
    }
}
