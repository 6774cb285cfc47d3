package com.automatrix.workflow.diff;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares JSON values as JSON does: 1 and 1.0 are one number. */
final class JsonValues {

    private JsonValues() {}

    static boolean same(@Nullable Object before, @Nullable Object after) {
        if (before instanceof Number old && after instanceof Number fresh) {
            return new BigDecimal(old.toString()).compareTo(new BigDecimal(fresh.toString())) == 0;
        }
        return Objects.equals(before, after);
    }
}
