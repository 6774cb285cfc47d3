package com.automatrix.gateway.route;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are.
 *
 * @param services the address of each service by its name, without a path
 * @param connectTimeout how long a service may take to accept a connection
 * @param responseTimeout how long it may say nothing, before its answer begins or in the middle of it; more than the minute
 *     that {@code Prefer: wait} may ask for. An answer that goes on may take as long as it likes: live streams do, and send
 *     a heartbeat every few seconds.
 * @param maxWaiting how many requests may wait for one service to begin its answer: each holds memory here, so that a
 *     service that hangs would take the gateway with it
 */
@Validated
@ConfigurationProperties("automatrix.gateway")
public record GatewayProperties(
        @NotEmpty Map<String, URI> services,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("75s") Duration responseTimeout,
        @DefaultValue("256") @Min(1) int maxWaiting) {

    public GatewayProperties {
        services = Map.copyOf(services);
    }

    /** Where a service is. */
    public URI address(String service) {
        var address = services.get(service);
        if (address == null) {
            throw new IllegalStateException(
                    "Expected automatrix.gateway.services.%s to be set, but it is not".formatted(service));
        }
        return address;
    }
}
