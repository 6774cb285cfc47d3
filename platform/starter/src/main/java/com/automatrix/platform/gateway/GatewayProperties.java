package com.automatrix.platform.gateway;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other services are reached.
 *
 * @param url the gateway's address
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer: all tests of a workflow run in one call
 */
@ConfigurationProperties("automatrix.gateway")
public record GatewayProperties(
        @DefaultValue("http://localhost:8080") URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout) {}
