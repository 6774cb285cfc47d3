package com.automatrix.contracts.message;

import com.automatrix.contracts.json.ContractJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A JSON value as a part of an aggregate's key: equal values give equal parts, and no part is too long for a key. */
public final class KeyPart {

    /** A longer part is replaced by its hash, so that a key of three of them has less than 500 characters. */
    static final int LONGEST = 160;

    private static final int PLAIN_DIGITS = 40;

    private KeyPart() {}

    /** Text and numbers as they are read (1 and 1.0 are the same), anything else as its JSON. */
    public static String of(Object value) {
        return bounded(
                switch (value) {
                    case String text -> text;
                    case Number number -> plain(new BigDecimal(number.toString()));
                    default -> ContractJson.events().writeValueAsString(value);
                });
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        // A huge exponent would fill the memory with zeros.
        return Math.abs(shortest.scale()) > PLAIN_DIGITS ? shortest.toString() : shortest.toPlainString();
    }

    private static String bounded(String part) {
        return part.length() <= LONGEST ? part : "sha256-" + sha256(part);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
