package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every credential that a definition names exists; while it is not known which ones do, it says that. */
final class CredentialRule implements Rule {

    private static final String SECRET_FIELD = "x-secret";

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Check check = new Check(examined, report);
        for (DraftNode node : examined.draft().nodes()) {
            check.config(node.type(), node.config(), node, node.pointer() + "/config");
            if (node.fields().get("compensation") instanceof Map<?, ?> compensation
                    && compensation.get("type") instanceof String type
                    && compensation.get("config") instanceof Map<?, ?> config) {
                check.config(type, config, node, node.pointer() + "/compensation/config");
            }
        }
        check.triggers();
    }

    private record Check(Examined examined, Consumer<Problem> report) {

        void config(String type, Map<?, ?> config, DraftNode node, String pointer) {
            Map<?, ?> fields = fields(type);
            config.forEach((key, value) -> {
                if (isSecret(fields.get(key)) && value instanceof String name) {
                    name(name, node.id(), Pointer.child(pointer, String.valueOf(key)));
                }
            });
        }

        void triggers() {
            int index = 0;
            for (Object trigger : examined.draft().triggers()) {
                if (trigger instanceof Map<?, ?> fields
                        && fields.get("signature") instanceof Map<?, ?> signature
                        && signature.get("secret") instanceof String name) {
                    name(name, null, "/triggers/%d/signature/secret".formatted(index));
                }
                index++;
            }
        }

        private void name(String name, @Nullable String nodeId, String pointer) {
            if (ExpressionText.hasExpression(name)) {
                return;
            }
            Optional<Set<String>> known = examined.credentials();
            if (known.isEmpty()) {
                report.accept(Problem.warning(
                        Codes.CREDENTIAL_UNKNOWN,
                        nodeId,
                        pointer,
                        "It cannot be checked at the moment whether there is a credential \"%s\".".formatted(name)));
            } else if (!known.get().contains(name)) {
                report.accept(Problem.error(
                        Codes.CREDENTIAL_UNKNOWN,
                        nodeId,
                        pointer,
                        "There is no credential \"%s\".%s Ask an administrator to add it, or name another one."
                                .formatted(name, NearestName.suggestion(name, known.get()))));
            }
        }

        private Map<?, ?> fields(String type) {
            Map<?, ?> schema =
                    examined.stepTypes().find(type).map(StepType::configSchema).orElse(Map.of());
            return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        }

        private static boolean isSecret(@Nullable Object field) {
            return field instanceof Map<?, ?> schema && Boolean.TRUE.equals(schema.get(SECRET_FIELD));
        }
    }
}
