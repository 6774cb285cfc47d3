package com.automatrix.auth.audit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries as CSV by RFC 4180, safe to be opened in a spreadsheet. */
final class AuditCsv {

    private static final List<String> HEADER = List.of(
            "at", "actor", "actorId", "action", "subjectType", "subjectId", "service", "detail", "correlationId", "id");

    private AuditCsv() {}

    static String of(List<AuditEntry> entries) {
        return Stream.concat(Stream.of(HEADER), entries.stream().map(AuditCsv::row))
                .map(row -> row.stream().map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static List<String> row(AuditEntry entry) {
        return List.of(
                entry.at().toString(),
                entry.actor().name(),
                text(entry.actor().id()),
                entry.action(),
                entry.subject().type(),
                entry.subject().id(),
                entry.service(),
                text(entry.detail()),
                entry.correlationId(),
                entry.id().toString());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String cell(String value) {
        // A spreadsheet would take it for a formula.
        String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
