package com.automatrix.execution.simulation;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened in a simulated execution, told by its events. */
final class Course {

    static final String STOPPED = "STOPPED";

    private final Map<String, SimulatedStep> steps = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    private final Set<String> path = new LinkedHashSet<>();
    private final Set<String> undone = new LinkedHashSet<>();
    private final Instant startedAt;
    private Instant endedAt;
    private String status = STOPPED;
    private @Nullable Object output;
    private @Nullable ExecutionError error;

    Course(Instant startedAt) {
        this.startedAt = startedAt;
        this.endedAt = startedAt;
    }

    void tell(ExecutionEvent event) {
        endedAt = event.at();
        switch (event) {
            case ExecutionEvent.OfStep step -> tellOfStep(step);
            case ExecutionEvent.Completed completed -> {
                status = "COMPLETED";
                output = completed.output();
            }
            case ExecutionEvent.Failed failed -> {
                status = "FAILED";
                error = failed.error();
            }
            case ExecutionEvent.Cancelled _ -> status = "CANCELLED";
            case ExecutionEvent.Queued _,
                    ExecutionEvent.Started _,
                    ExecutionEvent.Paused _,
                    ExecutionEvent.Resumed _,
                    ExecutionEvent.Moved _,
                    ExecutionEvent.Waiting _,
                    ExecutionEvent.Running _,
                    ExecutionEvent.Compensating _ -> {}
        }
    }

    private void tellOfStep(ExecutionEvent.OfStep event) {
        switch (event) {
            case ExecutionEvent.StepStarted started -> start(started);
            case ExecutionEvent.StepSucceeded done -> {
                outputs.put(done.nodeId(), done.output());
                finish(new Finish(done, done.attempt(), "COMPLETED", done.output(), null, done.handles()));
            }
            case ExecutionEvent.StepFailed failed ->
                finish(new Finish(failed, failed.attempt(), "FAILED", null, failed.error(), failed.handles()));
            case ExecutionEvent.StepCancelled cancelled -> {
                SimulatedStep last = last(cancelled.stepRunId());
                if (last != null) {
                    finish(new Finish(cancelled, last.attempt(), "CANCELLED", null, null, List.of()));
                }
            }
            case ExecutionEvent.StepSkipped _,
                    ExecutionEvent.StepKept _,
                    ExecutionEvent.StepWaiting _,
                    ExecutionEvent.StepDeferred _,
                    ExecutionEvent.StepCompensating _,
                    ExecutionEvent.CompensationRecorded _,
                    ExecutionEvent.RetryScheduled _,
                    ExecutionEvent.IterationStarted _,
                    ExecutionEvent.IterationFinished _ -> {}
        }
    }

    private record Finish(
            ExecutionEvent.OfStep event,
            int attempt,
            String status,
            @Nullable Object output,
            @Nullable StepError error,
            List<String> handles) {}

    private void start(ExecutionEvent.StepStarted started) {
        if (started.stepRunId().isCompensation()) {
            undone.add(StepRunId.defined(started.nodeId()));
        } else if (!started.stepRunId().isOfAgent()) {
            path.add(started.nodeId());
        }
        steps.put(
                key(started.stepRunId(), started.attempt()),
                new SimulatedStep(
                        started.stepRunId().toString(),
                        started.nodeId(),
                        started.stepType(),
                        started.attempt(),
                        "RUNNING",
                        started.input(),
                        null,
                        null,
                        List.of(),
                        started.at(),
                        null));
    }

    private void finish(Finish finish) {
        steps.computeIfPresent(
                key(finish.event.stepRunId(), finish.attempt),
                (_, step) -> new SimulatedStep(
                        step.stepRunId(),
                        step.nodeId(),
                        step.stepType(),
                        step.attempt(),
                        finish.status,
                        step.input(),
                        finish.output,
                        finish.error,
                        finish.handles,
                        step.startedAt(),
                        finish.event.at()));
    }

    private @Nullable SimulatedStep last(StepRunId stepRun) {
        return steps.values().stream()
                .filter(step -> step.stepRunId().equals(stepRun.toString()) && step.finishedAt() == null)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static String key(StepRunId stepRun, int attempt) {
        return stepRun + "/" + attempt;
    }

    boolean hasEnded() {
        return !status.equals(STOPPED);
    }

    String status() {
        return status;
    }

    @Nullable
    Object output() {
        return output;
    }

    @Nullable
    ExecutionError error() {
        return error;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    /** The steps that ran, in the order of their first starts. */
    List<String> path() {
        return List.copyOf(path);
    }

    /** The steps that were undone, in that order. */
    List<String> undone() {
        return List.copyOf(undone);
    }

    boolean hasOutput(String nodeId) {
        return outputs.containsKey(nodeId);
    }

    /** What a step gave last. */
    @Nullable
    Object outputOf(String nodeId) {
        return outputs.get(nodeId);
    }

    List<SimulatedStep> steps() {
        return List.copyOf(steps.values());
    }
}
