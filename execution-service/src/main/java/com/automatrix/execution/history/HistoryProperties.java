package com.automatrix.execution.history;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long history is kept, unless the dealership says otherwise.
 *
 * @param keep whole months that ended longer ago are dropped, at least 31 days; two years, as long as customer
 *     information may be kept after its last use (16 CFR 314.4(c)(6))
 */
@Validated
@ConfigurationProperties("automatrix.history")
record HistoryProperties(
        @NotNull @DurationMin(days = HistoryProperties.SHORTEST_DAYS) @DefaultValue("730d")
        Duration keep) {

    static final int SHORTEST_DAYS = 31;
}
