package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.OnError;
import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Usage;
import com.automatrix.contracts.steptype.StepType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what follows a failed attempt: another one, the error handle, going on all the same, or the execution's end. */
final class Failing {

    private Failing() {}

    /** Who noticed the failure, and when the attempt was under way. */
    record Source(
            Instant startedAt,
            Instant finishedAt,
            String worker,
            @Nullable Usage usage) {

        static Source of(StepCompleted message) {
            return new Source(message.startedAt(), message.finishedAt(), message.worker(), message.usage());
        }
    }

    /** A failure that the engine found itself. */
    static void fail(Transition transition, Place place, StepError error) {
        fail(transition, place, error, new Source(transition.now(), transition.now(), StepType.ENGINE, null));
    }

    static void fail(Transition transition, Place place, StepError error, Source source) {
        CompiledNode node = place.node();
        int attempt = transition.state().known(place.id()).attempt();
        Retry policy = node.node().retryOrDefault(node.runsOnWorker());
        boolean isRetried = node.isAnswered() && error.retryable() && attempt < policy.maxAttemptsOrDefault();
        List<String> handles = isRetried ? List.of() : handles(node);
        transition.record((sequence, at) -> new ExecutionEvent.StepFailed(
                sequence,
                at,
                place.id(),
                place.nodeId(),
                place.type(),
                attempt,
                error,
                handles,
                source.startedAt(),
                source.finishedAt(),
                source.worker(),
                source.usage()));
        if (isRetried) {
            retry(transition, place, policy, attempt, error);
        } else if (handles.isEmpty()) {
            giveUp(transition, place, error);
        }
    }

    private static void giveUp(Transition transition, Place place, StepError error) {
        Place container = place.container();
        if (container == null) {
            Ending.fail(transition, new ExecutionError(error.code(), error.message(), place.nodeId()));
        } else {
            Containers.childFailed(transition, container, place, error);
        }
    }

    /** Which handles an error fires that is not followed by another attempt. */
    static List<String> handles(CompiledNode node) {
        if (node.hasEdgeOn(Edge.ERROR)) {
            return List.of(Edge.ERROR);
        }
        return node.node().onErrorOrDefault() == OnError.CONTINUE ? List.of(Edge.OUT) : List.of();
    }

    private static void retry(Transition transition, Place place, Retry policy, int attempt, StepError error) {
        StepRunId id = place.id();
        Instant dueAt = Deadlines.after(
                transition.now(),
                Backoff.after(
                        policy, attempt, error.retryAfter(), transition.state().id(), id));
        transition.record((sequence, at) ->
                new ExecutionEvent.RetryScheduled(sequence, at, id, place.nodeId(), attempt + 1, dueAt));
        transition.command(new EngineCommand.SetTimer(TimerKey.retry(id, attempt + 1), dueAt));
    }
}
