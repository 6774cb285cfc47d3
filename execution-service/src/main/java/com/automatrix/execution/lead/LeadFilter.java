package com.automatrix.execution.lead;

import com.automatrix.execution.lead.adf.ParseQuality;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which leads to list. */
record LeadFilter(
        @Nullable String quality,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {

    private static final String CODE = "lead.bad-filter";
    private static final List<String> QUALITIES = Stream.concat(
                    Arrays.stream(ParseQuality.values()).map(Enum::name), Stream.of(StoredLead.UNREADABLE))
            .toList();

    /** @throws Invalid with {@code lead.bad-filter} if a filter cannot be read */
    static LeadFilter read(LeadListRequest request) {
        String text = text(request.text());
        return new LeadFilter(
                quality(text(request.quality())),
                instant("from", text(request.from())),
                instant("to", text(request.to())),
                text == null ? null : text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String quality(@Nullable String quality) {
        if (quality == null || QUALITIES.contains(quality)) {
            return quality;
        }
        throw refused(
                "quality", "Expected one of %s, but got \"%s\".".formatted(String.join(", ", QUALITIES), quality));
    }

    private static @Nullable Instant instant(String name, @Nullable String value) {
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException notATime) {
            throw refused(
                    name,
                    "Expected a time such as 2026-05-01T14:00:00Z for %s, but got \"%s\".".formatted(name, value));
        }
    }

    /** PostgreSQL takes no NUL characters. */
    private static @Nullable String text(@Nullable String value) {
        String text = value == null ? "" : value.replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static Invalid refused(String name, String message) {
        return new Invalid(CODE, message, List.of(new Violation("?" + name, CODE, message)));
    }
}
