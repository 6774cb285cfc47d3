package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import com.automatrix.platform.problem.Invalid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evaluates expressions over data that comes with them, within the limits that hold for steps. */
@RestController
@RequestMapping("/api/expressions")
@PreAuthorize("hasRole('BUILDER')")
class ExpressionController {

    private static final ExpressionLimits LIMITS = ExpressionLimits.STANDARD;

    private final Expressions expressions;
    private final InstantSource clock;

    ExpressionController(Expressions expressions, InstantSource clock) {
        this.expressions = expressions;
        this.clock = clock;
    }

    @PostMapping("/evaluate")
    Evaluated evaluate(@RequestBody EvaluateRequest request) {
        if (!request.isOne()) {
            throw new Invalid(
                    "expression.invalid-request",
                    "Expected either an expression or a template, but there is not exactly one of them.");
        }
        Map<String, @Nullable Object> values = Objects.requireNonNullElseGet(request.context(), Map::of);
        Instant now = clock.instant();
        try {
            String expression = request.expression();
            return Evaluated.of(
                    expression == null
                            ? expressions.resolve(request.template(), new Scope(values, now))
                            : evaluate(expression, values, now));
        } catch (ExpressionFailed failed) {
            return Evaluated.of(failed);
        }
    }

    private static @Nullable Object evaluate(String expression, Map<String, @Nullable Object> values, Instant now) {
        ExpressionSource source = ExpressionSource.in(expression + ExpressionSource.CLOSE, 0);
        int last = source.end() - ExpressionSource.CLOSE.length();
        if (last < expression.length()) {
            throw new ExpressionFailed("expression.syntax", "Expected one expression, but braces end it early")
                    .at(last);
        }
        return Program.parse(source, LIMITS).evaluate(new Seen(new Scope(values, now), LIMITS));
    }
}
