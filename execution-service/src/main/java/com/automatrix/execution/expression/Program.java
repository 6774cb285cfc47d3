package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.expression.PlainExpression.NotPlain;
import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One parsed expression; may be evaluated by several threads at once. */
final class Program {

    private static final Map<String, JFunction> REFUSALS =
            Map.of("random", refusal("random"), "shuffle", refusal("shuffle"), "eval", refusal("eval"));

    private final Jsonata jsonata;
    private final @Nullable PlainExpression plain;
    private final boolean asksForTime;
    private final List<RegexFunction> regexes;
    private final ExpressionLimits limits;

    private Program(Jsonata jsonata, ExpressionSource source, ExpressionLimits limits) {
        this.jsonata = jsonata;
        this.plain = PlainParser.parse(source.text()).orElse(null);
        this.asksForTime = source.text().contains("$now") || source.text().contains("$millis");
        this.regexes = source.regexes();
        this.limits = limits;
        BoundedFunctions.ALL.forEach(jsonata::registerFunction);
        REFUSALS.forEach(jsonata::registerFunction);
        for (int i = 0; i < regexes.size(); i++) {
            jsonata.registerFunction(ExpressionSource.variable(i), regexes.get(i));
        }
    }

    static Program parse(ExpressionSource source, ExpressionLimits limits) {
        String text = source.text();
        if (text.length() > limits.sourceChars()) {
            throw new ExpressionFailed(
                    "expression.too-long",
                    "Expected an expression of at most %d characters, but it has %d"
                            .formatted(limits.sourceChars(), text.length()));
        }
        // These names are the guard's own: an expression that could bind them could switch it off.
        if (text.contains("__evaluate")) {
            throw new ExpressionFailed(
                    "expression.syntax", "Expected names of the workflow's own, but \"__evaluate\" is reserved");
        }
        try {
            Jsonata jsonata = Jsonata.jsonata(text);
            jsonata.setValidateInput(false);
            jsonata.setOutputConvertNulls(false);
            return new Program(jsonata, source, limits);
        } catch (StackOverflowError tooDeep) {
            throw Guard.tooDeep(limits);
        } catch (RuntimeException invalid) {
            throw new ExpressionFailed("expression.syntax", "Expected JSONata, but: " + sentence(invalid))
                    .at(position(invalid, source.regexes()));
        }
    }

    @Nullable
    Object evaluate(Seen seen) {
        try {
            return PlainJson.of(value(seen), limits);
        } catch (StackOverflowError tooDeep) {
            throw Guard.tooDeep(limits);
        } catch (RuntimeException failed) {
            throw asExpressionFailed(failed);
        }
    }

    private @Nullable Object value(Seen seen) {
        if (plain != null) {
            try {
                return plain.evaluate(seen.values());
            } catch (NotPlain notPlain) {
                // What the expression says is plain, what it is said of is not.
            }
        }
        return byJsonata(seen);
    }

    private @Nullable Object byJsonata(Seen seen) {
        Frame frame = jsonata.createFrame();
        if (asksForTime) {
            bindTime(frame, seen.now());
        }
        seen.guard().watch(frame);
        return jsonata.evaluate(seen.copied(), frame);
    }

    private static void bindTime(Frame frame, Instant now) {
        long millis = now.toEpochMilli();
        frame.bind("millis", new JFunction((_, _) -> millis, "<:n>"));
        frame.bind(
                "now",
                new JFunction(
                        (_, arguments) -> BoundedFunctions.fromMillis(millis, text(arguments, 0), text(arguments, 1)),
                        "<s?s?:s>"));
    }

    private static @Nullable String text(List<?> arguments, int index) {
        return index < arguments.size() && arguments.get(index) instanceof String text ? text : null;
    }

    private static JFunction refusal(String name) {
        return new JFunction(
                (_, _) -> {
                    throw new ExpressionFailed(
                            "expression.function-refused",
                            "Expected an expression that always gives the same value, but $%s is not allowed"
                                    .formatted(name));
                },
                null);
    }

    private ExpressionFailed asExpressionFailed(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExpressionFailed expected) {
                return expected;
            }
        }
        return new ExpressionFailed("expression.failed", sentence(failed)).at(position(failed, regexes));
    }

    /** JSONata counts in its own text, which has other lengths where regular expressions stand. */
    private static int position(RuntimeException failed, List<RegexFunction> regexes) {
        return failed instanceof JException known && regexes.isEmpty() ? known.getLocation() : -1;
    }

    private static String sentence(RuntimeException failed) {
        if (failed instanceof ClassCastException || isUnnamed(failed)) {
            return "Expected values of the types that the operators and functions of the expression take, but it meets others";
        }
        if (failed instanceof JException known) {
            return known.getDetailedErrorMessage();
        }
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }

    /** Whether the library did not foresee what went wrong. */
    private static boolean isUnnamed(RuntimeException failed) {
        return failed instanceof JException known && "Unexpected".equals(known.getError());
    }

    /** What {@code &} would make of the value. */
    static String text(@Nullable Object value) {
        String text = value == null ? null : Functions.string(value, false);
        return text == null ? "" : text;
    }
}
