package com.automatrix.template.parameter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an element of a list must keep to.
 *
 * @param type string, number or integer
 * @param pattern a regular expression for the whole string
 */
public record ListItems(
        ParameterType type,
        @Nullable String pattern,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable Integer minLength,
        @Nullable Integer maxLength) {}
