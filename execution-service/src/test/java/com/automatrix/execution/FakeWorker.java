package com.automatrix.execution;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.Consumers;
import com.automatrix.execution.messaging.LiveTail;
import com.automatrix.platform.messaging.CloudEventRecords;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;

/** Stands in for ai-service: answers {@code step-requested.ai} as a test has told it for a workflow. */
public final class FakeWorker implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<WorkflowId, Function<StepRequested, Optional<StepOutcome>>> answers = new ConcurrentHashMap<>();
    private final List<StepRequested> requests = new CopyOnWriteArrayList<>();
    private final List<StepCancelled> cancellations = new CopyOnWriteArrayList<>();
    private final LiveTail requestTail;
    private final LiveTail cancelTail;
    private final Neighbours neighbours;
    private final CloudEventRecords events;
    private final InstantSource clock;
    private volatile boolean running;

    FakeWorker(Consumers consumers, Neighbours neighbours, CloudEventRecords events, InstantSource clock) {
        this.requestTail = new LiveTail(consumers, Topics.STEP_REQUESTED_AI, this::work);
        this.cancelTail = new LiveTail(consumers, Topics.STEP_CANCELLED, this::cancel);
        this.neighbours = neighbours;
        this.events = events;
        this.clock = clock;
    }

    /** Answers every request of the workflow; with nothing, for an empty outcome. */
    public void on(WorkflowId workflow, Function<StepRequested, Optional<StepOutcome>> answer) {
        answers.put(workflow, answer);
    }

    public void succeedsOn(WorkflowId workflow, Object output, String handle) {
        on(workflow, request -> Optional.of(new StepOutcome.Succeeded(output, List.of(handle))));
    }

    public List<StepRequested> requestsOf(WorkflowId workflow) {
        return requests.stream()
                .filter(request -> request.workflowId().equals(workflow))
                .toList();
    }

    public List<StepCancelled> cancellations() {
        return cancellations;
    }

    /** Sends the outcome of a request. */
    public void answer(StepRequested request, StepOutcome outcome) {
        StepCompleted completed = new StepCompleted(
                request.executionId(),
                request.stepRunId(),
                request.attempt(),
                outcome,
                clock.instant(),
                clock.instant(),
                "fake-worker",
                null);
        neighbours.tell(
                Topics.STEP_COMPLETED, request.executionId().toString(), MessageTypes.STEP_COMPLETED, completed);
    }

    @Override
    public void start() {
        running = true;
        requestTail.start(PATIENCE);
        cancelTail.start(PATIENCE);
    }

    @Override
    public void stop() {
        running = false;
        requestTail.stop();
        cancelTail.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work(ConsumerRecord<String, byte[]> message) {
        StepRequested request = events.data(message, StepRequested.class);
        requests.add(request);
        Function<StepRequested, Optional<StepOutcome>> answer = answers.get(request.workflowId());
        if (answer != null) {
            answer.apply(request).ifPresent(outcome -> answer(request, outcome));
        }
    }

    private void cancel(ConsumerRecord<String, byte[]> message) {
        cancellations.add(events.data(message, StepCancelled.class));
    }
}
