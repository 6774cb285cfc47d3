package com.automatrix.execution.worker;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The public register of vehicles that {@code auto.decodeVin} may ask.
 *
 * @param url its base address, up to and without {@code /api}; null asks nobody
 * @param timeout how long to wait for a connection, and again for an answer
 */
@ConfigurationProperties("automatrix.vpic")
record VpicProperties(@Nullable URI url, @DefaultValue("5s") Duration timeout) {}
