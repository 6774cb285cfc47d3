package com.automatrix.execution.expression;

import com.automatrix.execution.expression.PlainExpression.NotPlain;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How JSONata compares two plain values; null is a value that is not there. */
enum PlainOperator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    PlainOperator(String symbol) {
        this.symbol = symbol;
    }

    static Optional<PlainOperator> of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findAny();
    }

    @Nullable
    Object compare(@Nullable Object left, @Nullable Object right) {
        if (this == EQUAL || this == NOT_EQUAL) {
            return left != null && right != null && (same(left, right) == (this == EQUAL));
        }
        return inOrder(left, right);
    }

    static boolean same(Object left, Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return Double.valueOf(one.doubleValue()).equals(other.doubleValue());
        }
        return left.equals(right);
    }

    private @Nullable Boolean inOrder(@Nullable Object left, @Nullable Object right) {
        requireOrdered(left);
        requireOrdered(right);
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof String one && right instanceof String other) {
            return holds(one.compareTo(other));
        }
        if (left instanceof Number one && right instanceof Number other) {
            boolean areLong = one instanceof Long && other instanceof Long;
            return holds(
                    areLong
                            ? Long.compare(one.longValue(), other.longValue())
                            : Double.compare(one.doubleValue(), other.doubleValue()));
        }
        throw new NotPlain();
    }

    private static void requireOrdered(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case String _, Integer _, Long _, Double _ -> {}
            default -> throw new NotPlain();
        }
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
