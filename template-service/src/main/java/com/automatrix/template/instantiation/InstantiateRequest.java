package com.automatrix.template.instantiation;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person answered.
 *
 * @param name the workflow's name; the template's if left out
 * @param parameters by name; what is left out has its default
 */
record InstantiateRequest(
        @Nullable @Size(min = 1, max = 120) String name,
        @Nullable Map<String, @Nullable Object> parameters) {}
