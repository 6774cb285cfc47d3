package com.automatrix.execution.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config of {@code data.table}; its schema says what an operation needs. */
record TableConfig(
        String table,
        Operation operation,
        @Nullable String key,
        @Nullable Map<String, @Nullable Object> where,
        @Nullable Map<String, @Nullable Object> row,
        @Nullable Integer limit) {

    /** What to do with the table. */
    enum Operation {
        FIND,
        UPSERT,
        DELETE
    }
}
