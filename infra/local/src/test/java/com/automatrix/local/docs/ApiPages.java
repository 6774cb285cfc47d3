package com.automatrix.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which page uses an operation of the API, or why none does, from {@code pages.txt}: {@code GET /api/leads = /leads}. */
public final class ApiPages {
    private ApiPages() {}

    /** The page, or the reason behind a dash, by method and path. */
    public static Map<String, String> read() {
        var pages = new LinkedHashMap<String, String>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" = ", 2))
                .forEach(parts -> pages.put(parts[0], parts[1]));
        return pages;
    }

    private static String text() {
        try (var file = Objects.requireNonNull(ApiPages.class.getResourceAsStream("/docs/pages.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
