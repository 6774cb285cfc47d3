package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A string of a config: text with expressions in it. */
record Template(List<Part> parts) {

    static final String OPEN = "{{";

    Template {
        parts = List.copyOf(parts);
    }

    sealed interface Part {
        record Text(String text) implements Part {}

        /**
         * An expression.
         *
         * @param start index in the template of its first character
         */
        record Expression(Program program, int start) implements Part {

            @Nullable
            Object evaluate(Seen seen) {
                try {
                    return program.evaluate(seen);
                } catch (ExpressionFailed failed) {
                    throw failed.within(start);
                }
            }
        }
    }

    static Template parse(String template, ExpressionLimits limits) {
        List<Part> parts = new ArrayList<>();
        int position = 0;
        for (int open = template.indexOf(OPEN); open >= 0; open = template.indexOf(OPEN, position)) {
            if (open > position) {
                parts.add(new Part.Text(template.substring(position, open)));
            }
            ExpressionSource source = ExpressionSource.in(template, open + OPEN.length());
            parts.add(expression(source, open + OPEN.length(), limits));
            position = source.end();
        }
        if (position < template.length()) {
            parts.add(new Part.Text(template.substring(position)));
        }
        return new Template(parts);
    }

    private static Part expression(ExpressionSource source, int start, ExpressionLimits limits) {
        try {
            return new Part.Expression(Program.parse(source, limits), start);
        } catch (ExpressionFailed failed) {
            throw failed.within(start);
        }
    }

    @Nullable
    Object evaluate(Seen seen) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Expression only) {
            return only.evaluate(seen);
        }
        StringBuilder joined = new StringBuilder();
        for (Part part : parts) {
            joined.append(
                    switch (part) {
                        case Part.Text(var text) -> text;
                        case Part.Expression expression -> Program.text(expression.evaluate(seen));
                    });
            if (joined.length() > ExpressionLimits.STANDARD.workingSize()) {
                throw new ExpressionFailed(
                        "expression.output-too-large", "Expected a text that fits into a step, but it is longer");
            }
        }
        return joined.toString();
    }
}
