package com.automatrix.execution.expression;

import com.automatrix.execution.expression.PlainExpression.NotPlain;
import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions of JSONata that filters use. */
enum PlainFunction {
    CONTAINS("contains", 2),
    EXISTS("exists", 1),
    LOWERCASE("lowercase", 1),
    NOT("not", 1);

    private final String called;
    private final int arguments;

    PlainFunction(String called, int arguments) {
        this.called = called;
        this.arguments = arguments;
    }

    static Optional<PlainFunction> of(String called, int arguments) {
        return Arrays.stream(values())
                .filter(function -> function.called.equals(called) && function.arguments == arguments)
                .findAny();
    }

    Object apply(@Nullable Object first, @Nullable Object second) {
        return switch (this) {
            case CONTAINS -> text(first).contains(text(second));
            case EXISTS -> first != null;
            case LOWERCASE -> Functions.lowercase(text(first));
            case NOT -> !Jsonata.boolize(present(first));
        };
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new NotPlain();
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new NotPlain();
        }
        return value;
    }
}
