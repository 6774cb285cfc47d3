package com.automatrix.execution.deadletter;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with all that came.
 *
 * @param text the value, if it is a text
 * @param base64 the value, if it is not
 */
record DeadLetterDetail(
        DeadLetterSummary summary,
        @Nullable String key,
        List<Shown> headers,
        @Nullable String text,
        @Nullable String base64) {

    /** A header as text. */
    record Shown(String name, String value) {}

    static DeadLetterDetail of(DeadLetter letter) {
        byte[] content = letter.content();
        String text = content == null ? null : LetterText.of(content).orElse(null);
        return new DeadLetterDetail(
                DeadLetterSummary.of(letter),
                letter.key(),
                letter.headers().stream()
                        .map(header -> new Shown(header.name(), header.text()))
                        .toList(),
                text,
                content == null || text != null ? null : Base64.getEncoder().encodeToString(content));
    }
}
