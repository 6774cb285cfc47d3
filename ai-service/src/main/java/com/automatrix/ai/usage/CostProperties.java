package com.automatrix.ai.usage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What models cost.
 *
 * @param prices by the name of a model, or by {@code provider/model}
 * @param otherwise the price of a model that has none; null: unknown, and no cost is counted
 * @param maxTokens how long an answer is taken to be when a step sets no limit
 * @param abandonedAfter when a call that was never settled counts as made
 * @param answersKept how long an answer is kept for identical calls
 */
@Validated
@ConfigurationProperties("automatrix.ai.costs")
record CostProperties(
        @DefaultValue Map<String, @Valid Price> prices,
        @Nullable @Valid Price otherwise,
        @DefaultValue("4096") long maxTokens,
        @DefaultValue("PT15M") Duration abandonedAfter,
        @DefaultValue("P1D") Duration answersKept) {

    CostProperties {
        prices = Map.copyOf(prices);
    }

    /**
     * In US dollars for a million tokens.
     *
     * @param input of what the model is sent
     * @param output of what it answers
     */
    record Price(
            @DecimalMin("0") BigDecimal input,
            @DecimalMin("0") BigDecimal output) {}
}
