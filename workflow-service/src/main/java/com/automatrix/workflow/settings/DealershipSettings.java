package com.automatrix.workflow.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the dealership has told us about itself; expressions see it as {@code vars}.
 *
 * @param hours for each department the days on which it is open; a day that is missing is a day off
 * @param holidays days on which it stays closed all the same; null if it has told us none
 * @param quietHours when no customer is contacted
 * @param dailyContactCap how many marketing messages a person gets in a day at most; null is two
 */
record DealershipSettings(
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 300) String address,
        @NotNull ZoneId timeZone,
        Map<Department, Map<Weekday, Hours>> hours,
        @Nullable @Size(max = 400) List<@NotNull @Valid Holiday> holidays,
        @Nullable QuietHours quietHours,
        @Nullable @Min(0) @Max(50) Integer dailyContactCap) {

    DealershipSettings {
        // A request may leave it out.
        hours = hours == null ? Map.of() : hours;
    }

    /** What holds until somebody says otherwise: the hours that telephone rules allow in the strictest places. */
    static DealershipSettings initial() {
        return new DealershipSettings(
                "My dealership",
                null,
                null,
                ZoneId.of("America/New_York"),
                Map.of(),
                null,
                new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)),
                null);
    }
}
