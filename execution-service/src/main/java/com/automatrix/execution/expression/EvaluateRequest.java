package com.automatrix.execution.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate: one of the two.
 *
 * @param expression JSONata without braces
 * @param template a value whose strings may hold {@code {{ expressions }}}, such as a step's config
 * @param context what expressions see, by name: {@code input}, {@code steps} and so on
 */
record EvaluateRequest(
        @Nullable String expression,
        @Nullable Object template,
        @Nullable Map<String, @Nullable Object> context) {

    boolean isOne() {
        return (expression == null) != (template == null);
    }
}
