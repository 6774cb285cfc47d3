package com.automatrix.execution.tail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which events to tell; what is empty filters nothing.
 *
 * @param type a part of the event's type
 * @param source a part of its source
 * @param text a part of its data or subject
 */
record TailFilter(
        @Nullable String type,
        @Nullable String source,
        @Nullable String text) {

    boolean matches(TailedEvent event) {
        return holds(event.type(), type)
                && holds(event.source(), source)
                && (holds(event.subject(), text)
                        || holds(event.data() == null ? null : event.data().toString(), text));
    }

    private static boolean holds(@Nullable String value, @Nullable String part) {
        return part == null
                || part.isBlank()
                || (value != null
                        && value.toLowerCase(Locale.ROOT).contains(part.strip().toLowerCase(Locale.ROOT)));
    }
}
