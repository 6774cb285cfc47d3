package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Who waits in this process for an execution's end. An end that this process has committed is told at once; one that
 * another replica has committed is heard from the topic {@code execution-events}.
 */
@Component
public class EndWatches {

    private final Map<ExecutionId, List<EndWatch>> byExecution = new ConcurrentHashMap<>();
    private final LiveEvents live;

    EndWatches(LiveEvents live) {
        this.live = live;
    }

    /** Watches from now on; ask before the start, so that the end cannot be missed. */
    public EndWatch watch(ExecutionId id) {
        LiveEvents.Subscription elsewhere = live.subscribe(id, told -> hear(id, told));
        EndWatch watch = new EndWatch(closed -> {
            elsewhere.close();
            forget(id, closed);
        });
        byExecution
                .computeIfAbsent(id, execution -> new CopyOnWriteArrayList<>())
                .add(watch);
        return watch;
    }

    /** Tells that an execution's end is durable. */
    public void ended(ExecutionId id) {
        byExecution.getOrDefault(id, List.of()).forEach(EndWatch::ended);
    }

    private void hear(ExecutionId id, JsonNode told) {
        for (JsonNode event : told.path("events")) {
            if (ExecutionStream.ENDS.contains(event.path("type").asString())) {
                ended(id);
            }
        }
    }

    private void forget(ExecutionId id, EndWatch closed) {
        byExecution.computeIfPresent(id, (execution, watches) -> {
            watches.remove(closed);
            return watches.isEmpty() ? null : watches;
        });
    }
}
