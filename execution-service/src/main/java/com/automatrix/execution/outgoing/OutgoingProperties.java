package com.automatrix.execution.outgoing;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of requests to other systems.
 *
 * @param privateNetworks networks that may be called although they are private, such as {@code 10.20.0.0/16}; for a
 *     laptop, tests and systems in the house
 * @param connectTimeout how long a connection may take to come about
 * @param readTimeout how long the other side may be silent
 * @param totalTimeout how long all of it may take, redirects included
 * @param maxRequest the largest body that is sent
 * @param maxResponse the largest body that is read, unpacked
 */
@ConfigurationProperties("automatrix.http")
public record OutgoingProperties(
        @DefaultValue List<String> privateNetworks,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("1m") Duration totalTimeout,
        @DefaultValue("1MB") DataSize maxRequest,
        @DefaultValue("256KB") DataSize maxResponse) {

    public OutgoingProperties {
        privateNetworks = List.copyOf(privateNetworks);
    }
}
