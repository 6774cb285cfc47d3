package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.execution.history.JourneyQueries.Mark;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Follows one vehicle, repair order or customer through everything that touched it. */
@RestController
@RequestMapping("/api/journeys")
@PreAuthorize("hasRole('VIEWER')")
class JourneyController {

    private static final int USUAL = 20;

    private final ExecutionQueries executions;
    private final JourneyQueries journeys;

    JourneyController(ExecutionQueries executions, JourneyQueries journeys) {
        this.executions = executions;
        this.journeys = journeys;
    }

    /**
     * One execution on the way.
     *
     * @param steps its attempts in the order in which they began, at most {@link JourneyQueries#MOST_STEPS}
     */
    record Leg(@JsonUnwrapped ExecutionResponse execution, List<Mark> steps) {

        Leg {
            steps = List.copyOf(steps);
        }
    }

    /** @param key a value under any name, or with its name: {@code vin:1HG…} */
    @GetMapping
    Page<Leg> follow(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (Parameters.text(key) == null) {
            throw Parameters.refused(
                    "key", "Expected a VIN, RO number or customer to follow, such as vin:1HGCM82633A004352.");
        }
        ExecutionFilter filter = ExecutionFilter.read(ExecutionListRequest.withKey(key));
        Page<ExecutionResponse> page =
                executions.list(filter, Limit.of(limit == null ? USUAL : limit), Cursor.read(cursor, 1));
        List<ExecutionId> ids = page.items().stream().map(ExecutionResponse::id).toList();
        Map<ExecutionId, List<Mark>> marks =
                journeys.marks(ids).stream().collect(Collectors.groupingBy(Mark::executionId));
        return page.map(execution -> new Leg(execution, marks.getOrDefault(execution.id(), List.of())));
    }
}
