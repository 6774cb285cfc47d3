package com.automatrix.execution.expression;

import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the kind that most conditions and filters are made of: paths, literals, comparisons, {@code and},
 * {@code or} and a few functions. Hundreds of filters are asked about each event, so these are not worth JSONata's
 * evaluator; what they give is what it gives, and where that is not plain they leave it to it.
 */
sealed interface PlainExpression {

    /**
     * Evaluates it.
     *
     * @param values what the expression sees; never changed
     * @return a text, number or boolean, JSONata's null, or null where it would give nothing
     * @throws NotPlain if only JSONata knows what becomes of the values
     */
    @Nullable
    Object evaluate(Map<String, @Nullable Object> values);

    /** A value that stands in the expression itself. */
    record Literal(Object value) implements PlainExpression {

        @Override
        public Object evaluate(Map<String, @Nullable Object> values) {
            return value;
        }
    }

    /** The value behind some names. */
    record Path(List<String> names) implements PlainExpression {

        /** Longer texts are for the guard to weigh. */
        private static final int MAX_CHARS = 4_096;

        public Path {
            names = List.copyOf(names);
        }

        @Override
        public @Nullable Object evaluate(Map<String, @Nullable Object> values) {
            Object value = values;
            for (String name : names) {
                value = value instanceof Map<?, ?> object ? valueOf(name, object) : noValue(value);
            }
            if (value instanceof Map || value instanceof List || (value instanceof String text && isLong(text))) {
                throw new NotPlain();
            }
            return value;
        }

        private static @Nullable Object valueOf(String name, Map<?, ?> object) {
            Object value = object.get(name);
            return value == null && object.containsKey(name) ? Jsonata.NULL_VALUE : value;
        }

        // JSONata looks into each item of a list.
        private static @Nullable Object noValue(@Nullable Object value) {
            if (value instanceof List) {
                throw new NotPlain();
            }
            return null;
        }

        private static boolean isLong(String text) {
            return text.length() > MAX_CHARS;
        }
    }

    /** Whether both are true; the second is not asked if the first is not. */
    record And(PlainExpression first, PlainExpression second) implements PlainExpression {

        @Override
        public Object evaluate(Map<String, @Nullable Object> values) {
            return Jsonata.boolize(first.evaluate(values)) && Jsonata.boolize(second.evaluate(values));
        }
    }

    /** Whether one of both is true; the second is not asked if the first is. */
    record Or(PlainExpression first, PlainExpression second) implements PlainExpression {

        @Override
        public Object evaluate(Map<String, @Nullable Object> values) {
            return Jsonata.boolize(first.evaluate(values)) || Jsonata.boolize(second.evaluate(values));
        }
    }

    /** Two values compared. */
    record Comparison(PlainOperator operator, PlainExpression left, PlainExpression right) implements PlainExpression {

        @Override
        public @Nullable Object evaluate(Map<String, @Nullable Object> values) {
            return operator.compare(left.evaluate(values), right.evaluate(values));
        }
    }

    /** Whether a value is one of some literals. */
    record OneOf(PlainExpression value, List<Object> options) implements PlainExpression {

        public OneOf {
            options = List.copyOf(options);
        }

        @Override
        public Object evaluate(Map<String, @Nullable Object> values) {
            Object sought = value.evaluate(values);
            return sought != null && options.stream().anyMatch(option -> PlainOperator.same(sought, option));
        }
    }

    /** A function of JSONata's, with as many arguments as it takes. */
    record Call(PlainFunction function, List<PlainExpression> arguments) implements PlainExpression {

        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Object evaluate(Map<String, @Nullable Object> values) {
            Object first = arguments.getFirst().evaluate(values);
            return arguments.size() == 1
                    ? function.apply(first, null)
                    : function.apply(first, arguments.getLast().evaluate(values));
        }
    }

    /** Thrown where a value is met of which only JSONata knows what becomes; costs nothing. */
    final class NotPlain extends RuntimeException {

        NotPlain() {
            super("only JSONata knows", null, false, false);
        }
    }
}
