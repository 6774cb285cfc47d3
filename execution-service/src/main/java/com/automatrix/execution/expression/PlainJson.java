package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what JSONata returns into a plain JSON tree of its own, within the limit on an output's size. */
final class PlainJson {

    private static final int MAX_DEPTH = 100;

    private final ExpressionLimits limits;
    private long chars;

    private PlainJson(ExpressionLimits limits) {
        this.limits = limits;
    }

    static @Nullable Object of(@Nullable Object result, ExpressionLimits limits) {
        return new PlainJson(limits).convert(result, 0);
    }

    private @Nullable Object convert(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw Guard.tooDeep(limits);
        }
        return switch (value) {
            case null -> count(null, 4);
            case String text -> count(text.replace("\0", ""), text.length() + 2);
            case Boolean flag -> count(flag, 5);
            case Number number -> count(number(number), 8);
            case List<?> list -> array(list, depth);
            case Map<?, ?> object -> object(object, depth);
            default -> other(value);
        };
    }

    private List<@Nullable Object> array(List<?> list, int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        count(null, 2);
        for (Object item : list) {
            count(null, 1);
            array.add(convert(item, depth + 1));
        }
        return array;
    }

    private Map<String, @Nullable Object> object(Map<?, ?> entries, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        count(null, 2);
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String key = String.valueOf(entry.getKey()).replace("\0", "");
            count(null, key.length() + 4);
            object.put(key, convert(entry.getValue(), depth + 1));
        }
        return object;
    }

    private @Nullable Object other(Object value) {
        if (value.equals(Jsonata.NULL_VALUE)) {
            return count(null, 4);
        }
        throw new ExpressionFailed(
                "expression.not-json", "Expected an expression to give a JSON value, but it gives a function");
    }

    private static Number number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new ExpressionFailed(
                        "expression.not-json", "Expected an expression to give a JSON value, but it gives " + value);
            }
            return whole(value);
        }
        return number;
    }

    private static Number whole(double value) {
        long rounded = (long) value;
        if (rounded != value || Math.abs(value) > 1L << 53) {
            return value;
        }
        if (rounded == (int) rounded) {
            return (int) rounded;
        }
        return rounded;
    }

    private <T extends @Nullable Object> T count(T value, long added) {
        chars += added;
        if (chars > limits.outputChars()) {
            throw new ExpressionFailed(
                    "expression.output-too-large",
                    "Expected an expression's value to take at most %d KiB, but it takes more"
                            .formatted(limits.outputChars() / 1024));
        }
        return value;
    }
}
