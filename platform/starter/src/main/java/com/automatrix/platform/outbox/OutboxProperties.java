package com.automatrix.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events leave the outbox.
 *
 * @param enabled whether this process publishes; events are appended in any case
 * @param batch how many events are sent at once
 * @param sweep how often to look for events that another process left behind, and how long to wait after a failure
 * @param patience how long the broker may take for a batch
 */
@ConfigurationProperties("automatrix.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") int batch,
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("20s") Duration patience) {}
