package com.automatrix.execution.task;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * E-mails about tasks.
 *
 * @param enabled whether people are written to at all
 * @param notTo the addresses of those who do not want to be
 * @param publicUrl where people reach the product, for the link to the task
 * @param every how often is looked for what to tell
 */
@Validated
@ConfigurationProperties("automatrix.tasks.mail")
record TaskMailProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> notTo,
        @NotNull @DefaultValue("http://localhost:8080") URI publicUrl,

        @NotNull @DurationMin(millis = 1) @DefaultValue("3s")
        Duration every) {

    TaskMailProperties {
        notTo = List.copyOf(notTo);
    }

    boolean wants(String address) {
        return enabled && notTo.stream().noneMatch(address::equalsIgnoreCase);
    }
}
