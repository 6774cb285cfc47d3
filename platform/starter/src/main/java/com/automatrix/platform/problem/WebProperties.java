package com.automatrix.platform.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The HTTP door of a service.
 *
 * @param maxBody the largest request body; more is answered with 413
 */
@ConfigurationProperties("automatrix.web")
public record WebProperties(@DefaultValue("8MB") DataSize maxBody) {}
