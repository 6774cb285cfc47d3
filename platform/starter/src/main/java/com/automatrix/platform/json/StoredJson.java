package com.automatrix.platform.json;

import com.automatrix.contracts.json.ContractJson;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON text for a {@code jsonb} column: by the policy of the contracts, without NUL characters, which it refuses. */
public final class StoredJson {

    // A NUL is escaped as backslash, u0000; an escaped backslash before u0000 is none.
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private StoredJson() {}

    /** The value as JSON text. */
    public static String write(@Nullable Object value) {
        return withoutNul(ContractJson.events().writeValueAsString(value));
    }

    /** The same JSON text with every NUL character removed from its strings. */
    public static String withoutNul(String json) {
        return json.contains("\\u0000") ? NUL.matcher(json).replaceAll("$1") : json;
    }
}
