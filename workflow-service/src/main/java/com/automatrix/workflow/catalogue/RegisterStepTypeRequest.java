package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.steptype.StepType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step type whose worker is another system.
 *
 * @param worker its pool: requests go to {@code step-requested.<worker>}
 * @param handles {@code out} and {@code error} unless given
 */
record RegisterStepTypeRequest(
        @NotNull @Size(max = 128) @Pattern(regexp = "[a-z][A-Za-z0-9]*(\\.[a-zA-Z][A-Za-z0-9-]*)+")
        String type,

        @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String category,
        @NotBlank @Size(max = 80) String title,
        @NotNull @Size(max = 500) String description,

        @Nullable @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        String icon,

        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String worker,
        @NotNull Map<String, Object> configSchema,
        @Nullable Map<String, Object> outputSchema,
        @Nullable @Size(min = 1, max = 20) List<@NotNull @Pattern(regexp = "[^{}\\x00-\\x1f]{1,64}") String> handles,
        @Nullable Map<String, Object> example) {

    private static final String ERROR = "error";

    StepType asStepType() {
        return new StepType(
                type,
                Objects.requireNonNullElse(category, "external"),
                title,
                description,
                Objects.requireNonNullElse(icon, "plug"),
                worker,
                configSchema,
                Objects.requireNonNullElse(outputSchema, Map.of()),
                Objects.requireNonNullElse(handles, List.of(Edge.OUT, ERROR)),
                null,
                Objects.requireNonNullElse(example, Map.of()),
                true);
    }
}
