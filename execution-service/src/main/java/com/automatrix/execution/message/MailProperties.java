package com.automatrix.execution.message;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails are signed; where they go is {@code spring.mail.*}.
 *
 * @param from the address that they come from
 * @param replyTo where answers go; null is where they come from
 */
@ConfigurationProperties("automatrix.mail")
record MailProperties(
        @DefaultValue("no-reply@localhost") String from,
        @Nullable String replyTo) {}
