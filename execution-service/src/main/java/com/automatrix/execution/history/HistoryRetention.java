package com.automatrix.execution.history;

import com.automatrix.execution.trigger.DealershipSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** From when on history is kept: as the dealership says, else as is configured. */
@Component
@EnableConfigurationProperties(HistoryProperties.class)
public class HistoryRetention {

    private static final String DAYS = "historyDays";

    private final DealershipSettings settings;
    private final HistoryProperties properties;
    private final InstantSource clock;

    HistoryRetention(DealershipSettings settings, HistoryProperties properties, InstantSource clock) {
        this.settings = settings;
        this.properties = properties;
        this.clock = clock;
    }

    /** What ended before this may go. */
    public Instant begin() {
        Duration keep = settings.vars().get(DAYS) instanceof Number days
                ? Duration.ofDays(Math.max(days.longValue(), HistoryProperties.SHORTEST_DAYS))
                : properties.keep();
        return clock.instant().minus(keep);
    }
}
