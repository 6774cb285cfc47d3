package com.automatrix.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are checked.
 *
 * @param jwksUrl where the keys are that sign access tokens; asked when the first token comes, not at the start
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must hold
 * @param publicPaths patterns of paths that need no token, such as {@code /api/auth/login}
 * @param keysCachedFor how long fetched keys are used before they are fetched again
 * @param keysOutage how much longer they are used while they cannot be fetched
 * @param clockSkew how far the clocks of two machines may be apart
 */
@ConfigurationProperties("automatrix.security")
public record SecurityProperties(
        @DefaultValue("http://localhost:8081/.well-known/jwks.json")
        String jwksUrl,

        @DefaultValue("automatrix") String issuer,
        @DefaultValue("automatrix") String audience,
        @DefaultValue List<String> publicPaths,
        @DefaultValue("5m") Duration keysCachedFor,
        @DefaultValue("4h") Duration keysOutage,
        @DefaultValue("30s") Duration clockSkew) {

    public SecurityProperties {
        publicPaths = List.copyOf(publicPaths);
    }
}
