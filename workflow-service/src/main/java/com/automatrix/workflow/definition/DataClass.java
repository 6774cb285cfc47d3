package com.automatrix.workflow.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much a piece of data has to be guarded, the least first. */
enum DataClass {
    PUBLIC,
    INTERNAL,
    PERSONAL,
    FINANCIAL,
    SECRET;

    /** The keyword of a JSON Schema that says it. */
    static final String KEYWORD = "x-data-class";

    static Optional<DataClass> named(@Nullable Object name) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    boolean isAtLeast(DataClass other) {
        return compareTo(other) >= 0;
    }

    /** For sentences: "financial data". */
    String words() {
        return name().toLowerCase(Locale.ROOT) + " data";
    }
}
