package com.automatrix.workflow.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day on which the dealership stays closed, whatever its hours say.
 *
 * @param departments those that are closed; null is all
 */
record Holiday(
        @NotNull LocalDate date,
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(min = 1) List<Department> departments) {

    Holiday {
        departments = departments == null ? null : List.copyOf(departments);
    }
}
