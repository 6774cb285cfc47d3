package com.automatrix.template.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question that a template asks.
 *
 * @param name what placeholders call it
 * @param defaultValue taken when a person says nothing
 * @param options the values of an enum
 * @param pattern a regular expression for the whole string
 * @param minLength of a string in characters, of a list in elements; so is {@code maxLength}
 * @param items what each element of a list must keep to
 */
public record TemplateParameter(
        String name,
        String title,
        String description,
        ParameterType type,
        boolean required,
        @JsonProperty("default") @Nullable Object defaultValue,
        @Nullable Object example,
        @Nullable List<ParameterOption> options,
        @Nullable ListItems items,
        @Nullable String pattern,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable Integer minLength,
        @Nullable Integer maxLength) {

    public TemplateParameter {
        options = options == null ? null : List.copyOf(options);
    }
}
