package com.automatrix.contracts.testcase;

import com.automatrix.contracts.json.JsonTree;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One test of a workflow: what starts it, what its steps are answered, and what is expected of it. Nothing is sent and no
 * time passes: the clock jumps from one event to the next.
 *
 * @param name says in a sentence what is expected; unique among the tests of a workflow
 * @param trigger the id of the trigger that starts it; null starts it as the API does
 * @param startsAt where the clock begins; null is {@link #DEFAULT_START}
 * @param input what it is started with
 * @param vars the dealership's settings that it sees, over those that are set
 * @param mocks by the id of a step, what its calls are answered, in order; the last answer repeats
 * @param compensations the same for what undoes a step; one that is not named succeeds
 * @param events what arrives from outside while it goes on
 */
public record TestCase(
        String name,
        @Nullable String description,
        @Nullable String trigger,
        @Nullable Instant startsAt,
        @Nullable Object input,
        @Nullable Map<String, Object> vars,
        @Nullable Map<String, List<Mock>> mocks,
        @Nullable Map<String, List<Mock>> compensations,
        @Nullable List<Arrival> events,
        Expected expect) {

    /** A Monday, in opening hours from Los Angeles to New York. */
    public static final Instant DEFAULT_START = Instant.parse("2026-03-02T18:00:00Z");

    public TestCase {
        vars = vars == null ? null : JsonTree.object(vars);
        mocks = mocks == null ? null : copy(mocks);
        compensations = compensations == null ? null : copy(compensations);
        events = events == null ? null : List.copyOf(events);
    }

    public Instant startsAtOrDefault() {
        return startsAt == null ? DEFAULT_START : startsAt;
    }

    public List<Mock> mocksOf(String stepId) {
        return mocks == null ? List.of() : mocks.getOrDefault(stepId, List.of());
    }

    public List<Mock> compensationsOf(String stepId) {
        return compensations == null ? List.of() : compensations.getOrDefault(stepId, List.of());
    }

    private static Map<String, List<Mock>> copy(Map<String, List<Mock>> answers) {
        Map<String, List<Mock>> copy = new LinkedHashMap<>();
        answers.forEach((step, list) -> copy.put(step, List.copyOf(list)));
        return Collections.unmodifiableMap(copy);
    }
}
