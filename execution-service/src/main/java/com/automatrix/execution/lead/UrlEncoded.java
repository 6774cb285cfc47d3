package com.automatrix.execution.lead;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a form that was sent as {@code a=1&b=2}; what is not encoded rightly is taken as it stands. */
final class UrlEncoded {

    private static final int MOST_FIELDS = 500;

    private UrlEncoded() {}

    static Map<String, String> read(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length() && fields.size() < MOST_FIELDS) {
            int end = text.indexOf('&', at);
            String field = text.substring(at, end < 0 ? text.length() : end);
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
            }
            at = end < 0 ? text.length() : end + 1;
        }
        return fields;
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character == '%'
                    && i + 2 <= encoded.length() - 1
                    && hex(encoded, i + 1) >= 0
                    && hex(encoded, i + 2) >= 0) {
                bytes.write(hex(encoded, i + 1) * 16 + hex(encoded, i + 2));
                i += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return com.automatrix.execution.lead.adf.LeadReader.text(bytes.toByteArray());
    }

    private static int hex(String text, int place) {
        return text.charAt(place) < 128 ? Character.digit(text.charAt(place), 16) : -1;
    }
}
