package com.automatrix.workflow.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
 * @param allowedHosts the hosts that steps may call; left out of a change keeps those that are there
 * @param ownHosts those of them that are the dealership's own systems, which may get financial data; kept likewise
 * @param historyDays how long executions that have ended, their steps and tasks are kept; null is as configured, two years
 */
record DealershipSettings(
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 300) String address,
        @NotNull ZoneId timeZone,
        Map<Department, Map<Weekday, Hours>> hours,
        @Nullable @Size(max = 400) List<@NotNull @Valid Holiday> holidays,
        @Nullable QuietHours quietHours,
        @Nullable @Min(0) @Max(50) Integer dailyContactCap,
        @Nullable @Size(max = 200) List<@NotNull @Pattern(regexp = HOST, message = HOST_MESSAGE) String> allowedHosts,
        @Nullable @Size(max = 200) List<@NotNull @Pattern(regexp = HOST, message = HOST_MESSAGE) String> ownHosts,
        @Nullable @Min(31) @Max(3_660) Integer historyDays) {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** A host name, or all names below one; never an address in figures. */
    static final String HOST = "(\\*\\.)?(" + LABEL + "\\.)*(?!\\d+$|0x[0-9a-f]*$)" + LABEL;

    static final String HOST_MESSAGE =
            "Expected a host name in small letters, such as crm.example.com, or *.example.com for all below it";

    DealershipSettings {
        // A request may leave it out.
        hours = hours == null ? Map.of() : hours;
        allowedHosts = allowedHosts == null ? null : List.copyOf(allowedHosts);
        ownHosts = ownHosts == null ? null : List.copyOf(ownHosts);
    }

    /** These, with the hosts that were allowed before if they say nothing about hosts; no list says that there are none. */
    DealershipSettings keepingHostsOf(DealershipSettings before) {
        return new DealershipSettings(
                name,
                phone,
                address,
                timeZone,
                hours,
                holidays,
                quietHours,
                dailyContactCap,
                kept(allowedHosts, before.allowedHosts()),
                kept(ownHosts, before.ownHosts()),
                historyDays);
    }

    private static @Nullable List<String> kept(@Nullable List<String> said, @Nullable List<String> before) {
        List<String> hosts = said != null ? said : before;
        return hosts == null || hosts.isEmpty() ? null : hosts;
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
                null,
                null,
                null,
                null);
    }
}
