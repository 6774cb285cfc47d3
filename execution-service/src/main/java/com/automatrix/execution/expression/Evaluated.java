package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of an expression: its value, or why it has none, which is an answer like any other. */
sealed interface Evaluated {

    /**
     * A value.
     *
     * @param type its JSON type, such as {@code string}
     */
    record Value(@JsonInclude @Nullable Object value, String type) implements Evaluated {}

    record Refused(Refusal problem) implements Evaluated {}

    /**
     * Why there is no value.
     *
     * @param position index of the character at which it was noticed
     */
    record Refusal(String code, String message, @Nullable Integer position) {}

    static Evaluated of(@Nullable Object value) {
        return new Value(
                value,
                switch (value) {
                    case null -> "null";
                    case String _ -> "string";
                    case Boolean _ -> "boolean";
                    case Number _ -> "number";
                    case List<?> _ -> "array";
                    case Map<?, ?> _ -> "object";
                    default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
                });
    }

    static Evaluated of(ExpressionFailed failed) {
        Integer position = failed.position().isPresent() ? failed.position().getAsInt() : null;
        return new Refused(new Refusal(failed.code(), failed.getMessage(), position));
    }
}
