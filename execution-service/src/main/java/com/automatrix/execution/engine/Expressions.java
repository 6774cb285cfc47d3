package com.automatrix.execution.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the {@code {{ … }}} expressions in a step's config.
 *
 * <p>Called inside a decision, so an implementation does no I/O, keeps nothing between calls that could change an
 * answer, and comes back within its own limits of time, depth and output size, whatever the expression says.
 */
public interface Expressions {

    /**
     * A string that is exactly one expression gives that expression's value as a plain JSON tree (undefined is null);
     * any other string gives text with the results put in.
     *
     * @throws ExpressionFailed if it does not parse, fails, or goes over a limit
     */
    @Nullable
    Object evaluate(String template, Scope scope) throws ExpressionFailed;

    /**
     * Every string inside a JSON tree, evaluated; object keys stay as they are.
     *
     * @throws ExpressionFailed as {@link #evaluate}
     */
    @Nullable
    Object resolve(@Nullable Object tree, Scope scope) throws ExpressionFailed;

    /** Whether JSONata takes the value for true: as {@code $boolean} does, with undefined for false. */
    boolean isTrue(@Nullable Object value);

    /** A sentence for each expression in the template that does not parse or is not allowed. */
    List<String> problems(String template);
}
