package com.automatrix.execution.task;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The tasks of people.
 *
 * @param every how often is looked for reminders and escalations that have come due
 */
@Validated
@ConfigurationProperties("automatrix.tasks")
record TaskProperties(
        @NotNull @DurationMin(millis = 1) @DefaultValue("15s")
        Duration every) {}
