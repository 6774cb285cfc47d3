package com.automatrix.execution.engine;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What keeps a live execution going, as its state says: whatever of it is missing has been lost. */
public final class Lifelines {

    private Lifelines() {}

    /** Something other than a timer that will wake the execution. */
    public sealed interface Source {

        /** The gate that the execution queues at. */
        record OfGate(String gateKey) implements Source {}

        /** The correlation where a step run waits for an event. */
        record OfCorrelation(String correlationKey, StepRunId step) implements Source {}

        /** The execution that a step run has called. */
        record OfCall(ExecutionId called, StepRunId step) implements Source {}

        /** The person who has the task of a step run. */
        record OfTask(UUID taskId, StepRunId step) implements Source {}
    }

    /** The timers that have to be set; there may be others. A paused execution needs none. */
    public static List<EngineCommand.SetTimer> timers(CompiledWorkflow workflow, ExecutionState state) {
        List<EngineCommand.SetTimer> timers = new ArrayList<>();
        if (state.isPaused()) {
            return timers;
        }
        if (state.isGoingOn() && state.deadline() != null) {
            timers.add(new EngineCommand.SetTimer(TimerKey.executionTimeout(), state.deadline()));
        }
        for (StepRun run : state.steps().values()) {
            if (!run.status().isDecided()) {
                addTimers(workflow, run, timers);
            }
        }
        return timers;
    }

    private static void addTimers(CompiledWorkflow workflow, StepRun run, List<EngineCommand.SetTimer> timers) {
        Instant dueAt = run.dueAt();
        if (dueAt != null) {
            timers.add(new EngineCommand.SetTimer(Cancelling.timerUntil(run), dueAt));
        }
        Loop loop = run.loopOrBeginning();
        if (run.status() == StepStatus.RUNNING && isLoop(workflow, run) && loop.goingOn() == 0) {
            Instant nextAt = loop.nextAt() == null ? run.startedAt() : loop.nextAt();
            timers.add(new EngineCommand.SetTimer(
                    TimerKey.iteration(run.id()), Objects.requireNonNullElse(nextAt, Instant.EPOCH)));
        }
    }

    private static boolean isLoop(CompiledWorkflow workflow, StepRun run) {
        CompiledNode node = workflow.node(run.id().nodeId());
        return node != null && node.isLoop();
    }

    /** What else will wake the execution. */
    public static List<Source> sources(CompiledWorkflow workflow, ExecutionState state) {
        List<Source> sources = new ArrayList<>();
        if (state.status() == ExecutionStatus.PENDING && state.place() != null) {
            sources.add(new Source.OfGate(state.place().gateKey()));
        }
        for (StepRun run : state.steps().values()) {
            Place place = workflow.place(run.id());
            if (place != null) {
                source(state, place, run).ifPresent(sources::add);
            }
        }
        return sources;
    }

    private static Optional<Source> source(ExecutionState state, Place place, StepRun run) {
        if (run.status() == StepStatus.RUNNING && place.type().equals(Calls.TYPE)) {
            return Optional.of(new Source.OfCall(Calls.called(state, run), run.id()));
        }
        if (run.status() == StepStatus.WAITING && place.type().equals(EventWaits.TYPE)) {
            return Optional.ofNullable(EventWaits.key(place, run.input()))
                    .map(key -> new Source.OfCorrelation(key, run.id()));
        }
        if (People.isAsked(place, run)) {
            return Optional.of(new Source.OfTask(People.taskId(state, run), run.id()));
        }
        return Optional.empty();
    }
}
