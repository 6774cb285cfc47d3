package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Secrets are used where a step type asks for one, and stand nowhere in the definition itself. */
final class SecretRule implements Rule {

    private static final String SECRETS = "secrets";
    private static final String SECRET_FIELD = "x-secret";
    private static final String HEADERS = "headers";
    private static final Set<String> PROVING =
            Set.of("authorization", "proxy-authorization", "x-api-key", "api-key", "cookie");

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        examined.draft().nodes().forEach(node -> new Check(examined, node, report).run());
    }

    private record Check(Examined examined, DraftNode node, Consumer<Problem> report) {

        void run() {
            Map<?, ?> schemas = schemas();
            node.config().forEach((key, value) -> {
                String pointer = Pointer.child(node.pointer() + "/config", String.valueOf(key));
                if (!isSecret(schemas.get(key))) {
                    Reads.strings(value, pointer, (place, text) -> expression(text, place));
                }
                if (HEADERS.equals(key) && value instanceof Map<?, ?> headers) {
                    headers.forEach((name, header) -> header(String.valueOf(name), header, pointer));
                }
            });
        }

        private Map<?, ?> schemas() {
            Map<?, ?> schema = examined.typeOf(node).map(StepType::configSchema).orElse(Map.of());
            return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        }

        private void expression(String text, String place) {
            boolean readsSecret = examined.reads().in(text).stream()
                    .anyMatch(references -> references.names().contains(SECRETS));
            if (readsSecret) {
                report.accept(
                        Problem.error(
                                Codes.SECRET_MISPLACED,
                                node.id(),
                                place,
                                "A secret is read in a field that is shown and logged. Name it in a field of the step that is made for secrets, such as \"credential\"."));
            }
        }

        private void header(String name, @Nullable Object value, String pointer) {
            boolean isFixed = value instanceof String text && !text.isBlank() && !ExpressionText.hasExpression(text);
            if (isFixed && PROVING.contains(name.toLowerCase(Locale.ROOT))) {
                report.accept(Problem.warning(
                        Codes.SECRET_IN_CLEAR,
                        node.id(),
                        Pointer.child(pointer, name),
                        "The header \"%s\" holds a secret that everybody who sees the workflow can read. Keep it as a secret, and name that in \"credential\"."
                                .formatted(name)));
            }
        }

        private static boolean isSecret(@Nullable Object field) {
            return field instanceof Map<?, ?> schema && Boolean.TRUE.equals(schema.get(SECRET_FIELD));
        }
    }
}
