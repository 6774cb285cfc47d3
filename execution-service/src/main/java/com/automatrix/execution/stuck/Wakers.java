package com.automatrix.execution.stuck;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.correlation.CorrelationState;
import com.automatrix.execution.engine.Lifelines.Source;
import com.automatrix.execution.gate.GateState;
import com.automatrix.execution.persistence.AggregateKey;
import com.automatrix.execution.persistence.AggregateStates;
import com.automatrix.execution.persistence.KnownExecution;
import com.automatrix.execution.persistence.LiveStates;
import com.automatrix.execution.task.TaskStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gates, correlations and called executions that are to wake others, as they are stored. */
record Wakers(Map<AggregateKey, byte[]> aggregates, Map<UUID, KnownExecution> executions, Set<UUID> tasks) {

    static Wakers of(List<Source> sources, AggregateStates aggregates, LiveStates states, TaskStore tasks) {
        List<AggregateKey> keys = new ArrayList<>();
        List<UUID> called = new ArrayList<>();
        List<UUID> asked = new ArrayList<>();
        for (Source source : sources) {
            switch (source) {
                case Source.OfGate(var key) -> keys.add(AggregateKey.gate(key));
                case Source.OfCorrelation(var key, var step) -> keys.add(AggregateKey.correlation(key));
                case Source.OfCall(var id, var step) -> called.add(id.value());
                case Source.OfTask(var id, var step) -> asked.add(id);
            }
        }
        Map<UUID, KnownExecution> executions = new HashMap<>();
        states.load(called).forEach(execution -> executions.put(execution.id(), execution));
        return new Wakers(aggregates.load(keys), executions, tasks.answerable(asked));
    }

    /** Why nothing will wake an execution that needs these and no timer; empty if something will. */
    Optional<String> because(ExecutionId id, List<Source> needed) {
        if (needed.isEmpty()) {
            return Optional.of("there is nothing that it waits for");
        }
        return needed.stream().flatMap(source -> missing(id, source).stream()).findFirst();
    }

    private Optional<String> missing(ExecutionId id, Source source) {
        return switch (source) {
            case Source.OfGate(var key) ->
                isQueued(id, aggregates.get(AggregateKey.gate(key)))
                        ? Optional.empty()
                        : Optional.of("its gate does not hold it in its queue");
            case Source.OfCorrelation correlation ->
                isSubscribed(id, correlation, aggregates.get(AggregateKey.correlation(correlation.correlationKey())))
                        ? Optional.empty()
                        : Optional.of("step %s is not subscribed to its event".formatted(correlation.step()));
            case Source.OfTask(var task, var step) ->
                tasks.contains(task) ? Optional.empty() : Optional.of("nobody has the task of step %s".formatted(step));
            case Source.OfCall(var called, var step) ->
                isLive(executions.get(called.value()))
                        ? Optional.empty()
                        : Optional.of("execution %s, called by step %s, is not live".formatted(called, step));
        };
    }

    private static boolean isQueued(ExecutionId id, byte @Nullable [] gate) {
        return gate != null
                && ContractJson.events().readValue(gate, GateState.class).waiting().stream()
                        .anyMatch(waiting -> waiting.executionId().equals(id));
    }

    private static boolean isSubscribed(ExecutionId id, Source.OfCorrelation needed, byte @Nullable [] correlation) {
        return correlation != null
                && ContractJson.events().readValue(correlation, CorrelationState.class).waiting().stream()
                        .anyMatch(waiting -> waiting.executionId().equals(id)
                                && waiting.stepRunId().equals(needed.step()));
    }

    private static boolean isLive(@Nullable KnownExecution execution) {
        return execution != null && (execution.isPending() || execution.state() != null);
    }
}
