package com.automatrix.contracts.definition;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Starts an execution at set times: either by a cron expression or every so often, never both.
 *
 * @param cron five fields from minute to day of week, or six with seconds first; null when {@code every} is given
 * @param every the interval, at least a minute; null when {@code cron} is given
 * @param timeZone the zone that cron fields are read in; null is the dealership's
 * @param catchUp what to do about times that were missed; null is {@link CatchUp#LATEST}
 * @param businessDays true leaves out the days on which the dealership is closed; null is false
 * @param input the execution's input; an object is also given {@code plannedAt}
 */
public record ScheduleTrigger(
        String id,
        @Nullable String cron,
        @Nullable Duration every,
        @Nullable ZoneId timeZone,
        @Nullable CatchUp catchUp,
        @Nullable Boolean businessDays,
        @Nullable Object input)
        implements Trigger {

    /** What to do about times that passed while nothing was running. */
    public enum CatchUp {
        /** Forget them. */
        NONE,
        /** Start once for the last of them. */
        LATEST,
        /** Start once for each. */
        ALL
    }

    public CatchUp catchUpOrDefault() {
        return catchUp == null ? CatchUp.LATEST : catchUp;
    }
}
