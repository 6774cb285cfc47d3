package com.automatrix.execution.stuck;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.engine.ExecutionState;
import com.automatrix.execution.engine.Lifelines;
import com.automatrix.execution.engine.Lifelines.Source;
import com.automatrix.execution.persistence.AggregateStates;
import com.automatrix.execution.persistence.LiveStates;
import com.automatrix.execution.persistence.Unwoken;
import com.automatrix.execution.task.TaskStore;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks for executions that miss a timer, and for those that need none and that nobody else will wake. */
@Component
class StuckSearch {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 200;
    /** More than these would tell an operator nothing new. */
    private static final int MOST_FOUND = 1_000;

    private final LiveStates states;
    private final AggregateStates aggregates;
    private final TaskStore tasks;
    private final PublishedWorkflows workflows;

    StuckSearch(LiveStates states, AggregateStates aggregates, TaskStore tasks, PublishedWorkflows workflows) {
        this.states = states;
        this.aggregates = aggregates;
        this.tasks = tasks;
        this.workflows = workflows;
    }

    List<Stuck> unchangedSince(Instant time) {
        List<Stuck> found = new ArrayList<>();
        List<Unwoken> page = states.unwoken(time, FIRST, PAGE);
        while (!page.isEmpty() && found.size() < MOST_FOUND) {
            found.addAll(stuck(page));
            page = states.unwoken(time, page.getLast().id(), PAGE);
        }
        return found;
    }

    private List<Stuck> stuck(List<Unwoken> page) {
        List<Stuck> stuck = new ArrayList<>();
        Map<ExecutionId, List<Source>> sources = new LinkedHashMap<>();
        for (Unwoken unwoken : page) {
            ExecutionId id = new ExecutionId(unwoken.id());
            if (unwoken.timersSet() < unwoken.timers()) {
                stuck.add(new Stuck(
                        id, "it needs %d timers and has %d".formatted(unwoken.timers(), unwoken.timersSet())));
                continue;
            }
            ExecutionState state = state(unwoken);
            if (!state.isPaused()) {
                sources.put(id, sources(state));
            }
        }
        List<Source> all = sources.values().stream().flatMap(List::stream).toList();
        Wakers wakers = Wakers.of(all, aggregates, states, tasks);
        sources.forEach((id, needed) -> wakers.because(id, needed).ifPresent(text -> stuck.add(new Stuck(id, text))));
        return stuck;
    }

    private static ExecutionState state(Unwoken unwoken) {
        return ContractJson.events().readValue(unwoken.state(), ExecutionState.class);
    }

    private List<Source> sources(ExecutionState state) {
        return workflows
                .version(state.workflowId(), state.workflowVersion())
                .map(PublishedVersion::compiled)
                .map(workflow -> Lifelines.sources(workflow, state))
                .orElse(List.of());
    }
}
