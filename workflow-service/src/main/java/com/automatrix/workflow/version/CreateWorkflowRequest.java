package com.automatrix.workflow.version;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new draft with all that belongs to it, as a person makes it or as it was exported.
 *
 * @param tests what it is tested with, each a {@link com.automatrix.contracts.testcase.TestCase}
 * @param template what it was made of
 */
record CreateWorkflowRequest(
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 2000) String description,
        @Nullable Category category,
        @NotNull Map<String, Object> definition,
        @Nullable List<Map<String, Object>> tests,
        @Nullable @Valid TemplateRef template) {

    SaveWorkflowRequest draft() {
        return new SaveWorkflowRequest(name, description, category, definition);
    }

    List<Map<String, Object>> testsOrNone() {
        return tests == null ? List.of() : tests;
    }
}
