package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.JsonataToken.Kind;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every expression parses, and refers only to names and steps that can be there when it is evaluated. */
final class ExpressionRule implements Rule {

    private static final Set<String> IN_FILTER = Set.of("input", "event");
    private static final Set<String> IN_WEBHOOK_FILTER = Set.of("input", "request");
    private static final Set<String> OF_REQUEST = Set.of("request");
    private static final Set<String> BEFORE_START = Set.of("input", "event", "vars");
    private static final String SECRETS = "secrets";
    /** The engine's own names start with it. */
    private static final String RESERVED = "__evaluate";

    private static final int SHOWN_CHARS = 100;

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Map<?, ?> fields = examined.draft().fields();
        List<?> triggers = examined.draft().triggers();
        for (int index = 0; index < triggers.size(); index++) {
            if (triggers.get(index) instanceof Map<?, ?> trigger) {
                trigger(examined, trigger, "/triggers/" + index, report);
            }
        }
        new Walk(examined, null, BEFORE_START, false, report).value(fields.get("settings"), "/settings");
        for (DraftNode node : examined.draft().nodes()) {
            Set<String> names = Sight.names(node, examined.draft());
            new Walk(examined, node, names, false, report)
                    .value(node.fields().get("config"), node.pointer() + "/config");
            new Walk(examined, node, names, true, report)
                    .value(node.fields().get("compensation"), node.pointer() + "/compensation");
        }
    }

    private static void trigger(Examined examined, Map<?, ?> trigger, String pointer, Consumer<Problem> report) {
        boolean isWebhook = "webhook".equals(trigger.get("type"));
        new Walk(examined, null, isWebhook ? IN_WEBHOOK_FILTER : IN_FILTER, false, report)
                .value(trigger.get("filter"), pointer + "/filter");
        Walk ofRequest = new Walk(examined, null, OF_REQUEST, false, report);
        ofRequest.value(trigger.get("mapping"), pointer + "/mapping");
        ofRequest.value(trigger.get("idempotencyKey"), pointer + "/idempotencyKey");
    }

    /**
     * Goes through every string of a part of the definition.
     *
     * @param node the step that the part belongs to, or null for a part that is evaluated before any step
     * @param names what is in sight besides functions and variables
     * @param afterwards whether the step itself has completed by then
     */
    private record Walk(
            Examined examined,
            @Nullable DraftNode node,
            Set<String> names,
            boolean afterwards,
            Consumer<Problem> report) {

        void value(@Nullable Object value, String pointer) {
            switch (value) {
                case String text when ExpressionText.hasExpression(text) -> text(text, pointer);
                case Map<?, ?> object ->
                    object.forEach((key, child) -> value(child, Pointer.child(pointer, String.valueOf(key))));
                case List<?> list -> {
                    for (int index = 0; index < list.size(); index++) {
                        value(list.get(index), Pointer.child(pointer, index));
                    }
                }
                case null, default -> {}
            }
        }

        private void text(String text, String pointer) {
            ExpressionText parsed = ExpressionText.parse(text);
            if (!parsed.isClosed()) {
                error(
                        Codes.EXPRESSION_SYNTAX,
                        pointer,
                        "An expression is opened with {{ but not closed. Add }} at its end.");
            }
            parsed.expressions().forEach(expression -> expression(expression, pointer));
        }

        private void expression(String expression, String pointer) {
            if (expression.isBlank()) {
                error(Codes.EXPRESSION_SYNTAX, pointer, "The expression is empty. Write one between {{ and }}.");
                return;
            }
            List<JsonataToken> tokens = JsonataLexer.tokens(expression);
            tokens.stream().filter(token -> token.kind() == Kind.REGEX).forEach(regex -> regex(regex, pointer));
            if (!parses(JsonataLexer.withoutRegexes(expression), pointer)) {
                return;
            }
            if (EngineLimits.readsFieldOfPick(tokens)) {
                error(
                        Codes.EXPRESSION_FIELD_OF_PICK,
                        pointer,
                        "Expected no field of what is picked from a list written in place, since the engine cannot read it. Put parentheses around the list: ([a, b])[0].field.");
            }
            EngineLimits.refusedFunctions(tokens).forEach(function -> refused(function, pointer));
            References references = References.in(tokens);
            references.names().forEach(name -> name(name, pointer));
            references.steps().forEach(step -> step(step, pointer));
        }

        private boolean parses(String expression, String pointer) {
            if (expression.length() > EngineLimits.EXPRESSION_CHARS) {
                error(
                        Codes.EXPRESSION_TOO_LONG,
                        pointer,
                        "Expected an expression of at most %d characters, but it has %d. Spread it over several steps."
                                .formatted(EngineLimits.EXPRESSION_CHARS, expression.length()));
                return false;
            }
            if (expression.contains(RESERVED)) {
                error(
                        Codes.EXPRESSION_SYNTAX,
                        pointer,
                        "The name \"%s\" is reserved for the engine. Choose another one.".formatted(RESERVED));
                return false;
            }
            try {
                Jsonata.jsonata(expression);
                return true;
            } catch (StackOverflowError tooDeep) {
                error(
                        Codes.EXPRESSION_TOO_DEEP,
                        pointer,
                        "Expected an expression that can be read, but it nests too deep. Spread it over several steps.");
            } catch (JException e) {
                error(
                        Codes.EXPRESSION_SYNTAX,
                        pointer,
                        "The expression \"%s\" cannot be read: %s. Mend it there."
                                .formatted(expression.strip(), reason(e)));
            }
            return false;
        }

        private void regex(JsonataToken regex, String pointer) {
            EngineLimits.regexProblem(regex)
                    .ifPresent(reason -> error(
                            Codes.EXPRESSION_REGEX,
                            pointer,
                            "Expected a regular expression that RE2 can run, without look-around and back-references, but %s cannot: %s. Write it another way."
                                    .formatted(shortened(regex.text()), reason)));
        }

        private void refused(String function, String pointer) {
            error(
                    Codes.EXPRESSION_FUNCTION_REFUSED,
                    pointer,
                    "Expected an expression that always gives the same value, but %s is not allowed. Remove it."
                            .formatted(function));
        }

        private void name(String name, String pointer) {
            if (name.equals(SECRETS)) {
                error(
                        Codes.FEATURE_UNAVAILABLE,
                        pointer,
                        "Expected an expression without \"secrets\", but expressions that read secrets cannot run yet. Remove it.");
                return;
            }
            boolean known = names.contains(name) || (node == null && name.equals(Sight.STEPS));
            if (!known) {
                error(
                        Codes.EXPRESSION_UNKNOWN_NAME,
                        pointer,
                        "The expression refers to \"%s\", which is not there at this place.%s It can use %s."
                                .formatted(
                                        name,
                                        NearestName.suggestion(name, names),
                                        String.join(", ", new TreeSet<>(names))));
            }
        }

        private void step(String step, String pointer) {
            Set<String> ids = examined.draft().byId().keySet();
            if (!ids.contains(step)) {
                error(
                        Codes.EXPRESSION_UNKNOWN_STEP,
                        pointer,
                        "The expression refers to step \"%s\", which does not exist.%s"
                                .formatted(step, mendOfUnknown(step, ids)));
            } else if (!isVisible(step)) {
                error(
                        Codes.EXPRESSION_NOT_UPSTREAM,
                        pointer,
                        "The expression refers to step \"%s\", which does not run before this one. Draw an edge from it, or refer to a step before this one%s"
                                .formatted(step, upstream()));
            }
        }

        /** A dash outside back quotes is a minus. */
        private String mendOfUnknown(String step, Set<String> ids) {
            return ids.stream()
                    .filter(id -> id.startsWith(step + "-"))
                    .findFirst()
                    .map(" Write steps.`%s`: without the back quotes the dash is a minus."::formatted)
                    .or(() -> NearestName.to(step, ids).map(" Did you mean \"%s\"?"::formatted))
                    .orElseGet(() -> " Refer to a step before this one" + upstream());
        }

        private boolean isVisible(String step) {
            return node != null
                    && ((afterwards && step.equals(node.id()))
                            || examined.graph().isUpstream(step, node.id())
                            || Sight.liesWithin(step, node.id(), examined.draft()));
        }

        private String upstream() {
            List<String> before = node == null ? List.of() : examined.graph().upstreamOf(node.id());
            return before.isEmpty() ? "." : ": " + String.join(", ", before) + ".";
        }

        private void error(String code, String pointer, String message) {
            report.accept(Problem.error(code, node == null ? null : node.id(), pointer, message));
        }

        private static String shortened(String text) {
            return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "…";
        }

        private static String reason(JException e) {
            String message = e.getDetailedErrorMessage();
            String text = message == null ? String.valueOf(e.getError()) : message;
            return text.strip().replaceAll("[.\\s]+$", "");
        }
    }
}
