package com.automatrix.platform.credential;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service asks auth-service for credentials.
 *
 * @param url of auth-service itself, since the gateway leads to no credential
 * @param service the name of this service's account
 * @param secret what proves that it is this service; without it no credential can be had
 * @param cachedFor how long a credential is used before it is asked for again; at most a minute
 */
@ConfigurationProperties("automatrix.credentials")
public record CredentialsProperties(
        @DefaultValue("http://localhost:8081") URI url,
        @DefaultValue("") String service,
        @DefaultValue("") String secret,
        @DefaultValue("1m") Duration cachedFor) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    public CredentialsProperties {
        if (cachedFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Expected automatrix.credentials.cached-for to be at most a minute, but it is " + cachedFor);
        }
    }

    @Override
    public String toString() {
        return "CredentialsProperties[url=%s, service=%s, cachedFor=%s]".formatted(url, service, cachedFor);
    }
}
