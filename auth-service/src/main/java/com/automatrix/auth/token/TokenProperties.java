package com.automatrix.auth.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens live.
 *
 * @param accessLifetime short: a token that is not revoked is good until then
 * @param refreshLifetime how long somebody who stays away stays signed in
 * @param reuseLeeway how long a refresh token that was just used may come a second time, as it does when two tabs wake
 *     up together
 */
@ConfigurationProperties("automatrix.tokens")
record TokenProperties(
        @DefaultValue("10m") Duration accessLifetime,
        @DefaultValue("14d") Duration refreshLifetime,
        @DefaultValue("10s") Duration reuseLeeway) {}
