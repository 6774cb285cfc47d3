package com.automatrix.ai.draft;

import com.automatrix.ai.draft.Draft.Problem;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.gateway.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may stand in a definition: its schema, the step types, and the validator of workflow-service. */
@Component
class Language {

    private static final String SCHEMA = "/contracts/schema/workflow-definition.schema.json";

    private final Gateway gateway;

    Language(Gateway gateway) {
        this.gateway = gateway;
    }

    private record StepTypes(List<StepType> items) {}

    /** As much of a step type as a model needs. */
    private record StepType(
            String type,
            String title,
            String description,
            @Nullable Map<String, Object> configSchema,
            @Nullable List<String> handles,
            @Nullable String dynamicHandles,
            @Nullable Map<String, Object> example,
            boolean available) {

        private String line() {
            Map<String, Object> schema = configSchema == null ? Map.of() : configSchema;
            Object properties = schema.getOrDefault("properties", Map.of());
            String config = properties instanceof Map<?, ?> named
                    ? named.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : "";
            return "- %s: %s config: %s; required: %s; handles: %s%s; example config: %s"
                    .formatted(
                            type,
                            description,
                            config,
                            schema.getOrDefault("required", List.of()),
                            handles == null ? List.of() : handles,
                            dynamicHandles == null ? "" : " and those named at " + dynamicHandles,
                            ContractJson.events().writeValueAsString(example == null ? Map.of() : example));
        }

        private boolean isUsable() {
            return available && (configSchema == null || !Boolean.TRUE.equals(configSchema.get("x-hidden")));
        }
    }

    private record Validated(List<Problem> problems) {}

    private record Definition(Map<String, Object> definition) {}

    String schema() {
        try (InputStream schema = Language.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException("Expected " + SCHEMA + " on the class path, but it is not there.");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\n\\s*", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The step types that can run, a line each. */
    String stepTypes(String authorization) {
        return gateway.get("/api/step-types", authorization, StepTypes.class).items().stream()
                .filter(StepType::isUsable)
                .map(StepType::line)
                .collect(Collectors.joining("\n"));
    }

    List<Problem> validate(Map<String, Object> definition, String authorization) {
        return gateway.post("/api/workflows/validate", new Definition(definition), authorization, Validated.class)
                .problems();
    }
}
