package com.automatrix.execution.dashboard;

import com.automatrix.execution.trigger.DealershipSettings;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how the automations do, in the dealership's own time unless another zone is asked for. */
@RestController
@RequestMapping("/api/dashboard")
@PreAuthorize("hasRole('VIEWER')")
class DashboardController {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Dashboard dashboard;
    private final DealershipSettings settings;
    private final InstantSource clock;

    DashboardController(Dashboard dashboard, DealershipSettings settings, InstantSource clock) {
        this.dashboard = dashboard;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    DashboardResponse get(DashboardRequest request) {
        return dashboard.of(Range.read(request, zone(), clock.instant()));
    }

    private ZoneId zone() {
        try {
            return settings.vars().get("timeZone") instanceof String zone ? ZoneId.of(zone) : UTC;
        } catch (DateTimeException unknown) {
            return UTC;
        }
    }
}
