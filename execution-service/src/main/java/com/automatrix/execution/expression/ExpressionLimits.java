package com.automatrix.execution.expression;

import java.time.Duration;

/**
 * What the expressions of one config may use.
 *
 * @param time on a processor, for all expressions of one config together
 * @param depth how deep an evaluation may nest
 * @param outputChars how long one expression's value may be, written as JSON
 * @param workingSize how large any value on the way may be, and all lists on the way together: characters of text plus
 *     one for each value
 * @param sourceChars how long an expression's text may be
 */
public record ExpressionLimits(Duration time, int depth, int outputChars, int workingSize, int sourceChars) {

    public static final ExpressionLimits STANDARD =
            new ExpressionLimits(Duration.ofSeconds(1), 200, 256 * 1024, 4 * 1024 * 1024, 16 * 1024);
}
