package com.automatrix.execution.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What webhooks accept.
 *
 * @param maxBody the largest body
 * @param callsPerMinute how often each webhook may be called, at each replica; more is answered with 429
 * @param longestWait how long a sender waits for a result before it is told where to find it
 */
@ConfigurationProperties("automatrix.webhook")
record WebhookProperties(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("600") int callsPerMinute,
        @DefaultValue("30s") Duration longestWait) {}
