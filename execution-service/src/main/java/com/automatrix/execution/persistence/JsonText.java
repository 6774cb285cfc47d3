package com.automatrix.execution.persistence;

import com.automatrix.contracts.json.ContractJson;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** JSON columns as text: PostgreSQL's jsonb refuses the NUL character, so it is left out. */
public final class JsonText {

    private static final String NUL = "\\u0000";
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private JsonText() {}

    public static @Nullable String write(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = ContractJson.events().writeValueAsString(value);
        return text.contains(NUL) ? ESCAPED_NUL.matcher(text).replaceAll("$1") : text;
    }

    /** The column as a plain JSON tree. */
    public static @Nullable Object read(@Nullable String text) {
        return read(text, Object.class);
    }

    public static <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : ContractJson.events().readValue(text, type);
    }

    public static <T> @Nullable T read(@Nullable String text, TypeReference<T> type) {
        return text == null ? null : ContractJson.events().readValue(text, type);
    }
}
