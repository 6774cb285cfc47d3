package com.automatrix.contracts.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt used of a model.
 *
 * @param cost in US dollars; null if unknown
 */
public record Usage(
        @Nullable String model,
        long promptTokens,
        long completionTokens,
        @Nullable BigDecimal cost) {}
