package com.automatrix.auth.serviceaccount;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which services may call the door for services.
 *
 * @param secrets by the service's name; a service without one has no account
 * @param tokenLifetime how long a service's token is good
 */
@ConfigurationProperties("automatrix.service-accounts")
record ServiceAccountProperties(
        @DefaultValue Map<String, String> secrets,
        @DefaultValue("5m") Duration tokenLifetime) {

    private static final int SHORTEST = 16;

    ServiceAccountProperties {
        var given = new LinkedHashMap<>(secrets);
        given.values().removeIf(String::isBlank);
        given.forEach((service, secret) -> {
            if (secret.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "Expected the secret of %s to have at least %d characters, but it is shorter."
                                .formatted(service, SHORTEST));
            }
        });
        secrets = Map.copyOf(given);
    }

    @Nullable
    String secretOf(String service) {
        return secrets.get(service);
    }

    @Override
    public String toString() {
        return "ServiceAccountProperties[services=%s, tokenLifetime=%s]".formatted(secrets.keySet(), tokenLifetime);
    }
}
