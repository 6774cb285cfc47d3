package com.automatrix.execution.history;

import java.time.InstantSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how executions did over time. */
@RestController
@RequestMapping("/api/executions/metrics")
@PreAuthorize("hasRole('VIEWER')")
class MetricsController {

    private final RollupQueries rollups;
    private final InstantSource clock;

    MetricsController(RollupQueries rollups, InstantSource clock) {
        this.rollups = rollups;
        this.clock = clock;
    }

    @GetMapping
    MetricsResponse metrics(MetricsRequest request) {
        return rollups.read(MetricsFilter.read(request, clock.instant()));
    }
}
