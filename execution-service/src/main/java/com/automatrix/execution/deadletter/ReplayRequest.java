package com.automatrix.execution.deadletter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a dead letter is to be sent again.
 *
 * @param text the value from now on; null keeps it byte for byte
 * @param headers headers to be set, by their names; null leaves all as they are
 */
record ReplayRequest(
        @Nullable String text,

        @Nullable @Size(max = 100)
        Map<@NotNull @Size(min = 1, max = 200) String, @NotNull @Size(max = 8_000) String> headers) {

    boolean isEdit() {
        return text != null || (headers != null && !headers.isEmpty());
    }
}
