package com.automatrix.workflow.version;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A draft as a person saves it; its definition may still have problems. */
record SaveWorkflowRequest(
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 2000) String description,
        @Nullable Category category,
        @NotNull Map<String, Object> definition) {

    String descriptionOrEmpty() {
        return description == null ? "" : description;
    }

    Category categoryOrOther() {
        return category == null ? Category.OTHER : category;
    }
}
