package com.automatrix.execution.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A stored text.
 *
 * @param html null makes one of the text
 * @param version grows with each change
 * @param changedBy the id of who has changed it last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessageTemplate(
        String name,
        String subject,
        String text,
        @Nullable String html,
        int version,
        Instant changedAt,
        String changedBy,
        List<String> variables) {

    MessageTemplate {
        variables = List.copyOf(variables);
    }

    static List<String> variables(String subject, String text, @Nullable String html) {
        TreeSet<String> all = new TreeSet<>(Placeholders.in(subject));
        all.addAll(Placeholders.in(text));
        all.addAll(Placeholders.in(html == null ? "" : html));
        return List.copyOf(all);
    }
}
