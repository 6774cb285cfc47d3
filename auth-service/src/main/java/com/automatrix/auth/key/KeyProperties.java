package com.automatrix.auth.key;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How signing keys are kept.
 *
 * @param secret what private keys are encrypted under, so that a copy of the database alone signs nothing
 * @param maxAge how long a key signs before a new one takes over
 * @param overlap how long a retired key stays published; longer than any access token lives
 */
@Validated
@ConfigurationProperties("automatrix.keys")
record KeyProperties(
        @NotBlank(message = "AUTOMATRIX_KEYS_SECRET or AUTOMATRIX_POSTGRES_PASSWORD has to be set")
        String secret,

        @DefaultValue("90d") Duration maxAge,
        @DefaultValue("1h") Duration overlap) {

    @Override
    public String toString() {
        return "KeyProperties[maxAge=%s, overlap=%s]".formatted(maxAge, overlap);
    }
}
