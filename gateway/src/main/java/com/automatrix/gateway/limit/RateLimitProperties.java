package com.automatrix.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests to the API are let through: generous, against loops that have gone wild rather than against work.
 *
 * @param enabled whether any are held back at all
 * @param perAddress for each address that requests come from
 * @param perAccount for each account that has signed in
 */
@Validated
@ConfigurationProperties("automatrix.gateway.rate-limit")
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @Valid @DefaultValue Address perAddress,
        @Valid @DefaultValue Account perAccount) {

    /** A rate, and how many may come at once after a silence. */
    sealed interface Rate {
        int perSecond();

        int burst();
    }

    /** Of an address; many people may share one. */
    record Address(
            @Min(1) @DefaultValue("1000") int perSecond,
            @Min(1) @DefaultValue("10000") int burst) implements Rate {}

    /** Of an account. */
    record Account(
            @Min(1) @DefaultValue("500") int perSecond,
            @Min(1) @DefaultValue("5000") int burst) implements Rate {}
}
