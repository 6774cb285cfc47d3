package com.automatrix.execution.inbox;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.engine.Calls;
import com.automatrix.execution.engine.Circumstances;
import com.automatrix.execution.engine.Decision;
import com.automatrix.execution.engine.EarlierStep;
import com.automatrix.execution.engine.EndNotices;
import com.automatrix.execution.engine.EngineCommand;
import com.automatrix.execution.engine.ExecutionEngine;
import com.automatrix.execution.engine.ExecutionState;
import com.automatrix.execution.engine.HumanTask;
import com.automatrix.execution.engine.Input;
import com.automatrix.execution.engine.Lifelines;
import com.automatrix.execution.engine.StepRun;
import com.automatrix.execution.inbox.Batch.Touched;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.ExecutionRow;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.persistence.KnownExecution;
import com.automatrix.execution.task.TaskRow;
import com.automatrix.execution.task.TaskStore;
import com.automatrix.execution.timer.Timer;
import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.trace.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the engine over a batch's inputs, in order. */
@Component
class BatchApplier {

    private static final Logger log = LoggerFactory.getLogger(BatchApplier.class);
    private static final String ENGINE_DEFECT = "engine.defect";
    private static final Duration DECISION_ON_ITS_WAY = Duration.ofSeconds(5);

    private final ExecutionEngine engine;
    private final PublishedWorkflows workflows;
    private final DealershipSettings settings;
    private final CloudEventRecords events;
    private final Deferral deferral;
    private final AggregateApplier aggregates;

    BatchApplier(
            ExecutionEngine engine,
            PublishedWorkflows workflows,
            DealershipSettings settings,
            CloudEventRecords events,
            Deferral deferral,
            AggregateApplier aggregates) {
        this.engine = engine;
        this.workflows = workflows;
        this.settings = settings;
        this.events = events;
        this.deferral = deferral;
        this.aggregates = aggregates;
    }

    /** What is known of the executions that a batch touches and that are not cached. */
    record Loaded(
            ExecutionCache cache,
            Map<UUID, KnownExecution> stored,
            Map<UUID, ExecutionState> states,
            Map<ExecutionId, List<EarlierStep>> earlier,
            Set<TaskStore.Asked> decided) {

        boolean isDecided(Timer timer) {
            StepRunId step = timer.id().key().step();
            return step != null
                    && decided.contains(new TaskStore.Asked(timer.id().executionId(), step));
        }

        /** The start, with what it needs to know of an execution that is run again. */
        Input.Start complete(StartExecution command) {
            Origin origin = command.origin();
            Origin.Rerun rerun = origin == null ? null : origin.rerun();
            return new Input.Start(
                    command, rerun == null ? List.of() : earlier.getOrDefault(rerun.executionId(), List.of()));
        }

        @Nullable
        ExecutionState state(UUID id) {
            ExecutionState cached = cache.get(id);
            return cached == null ? states.get(id) : cached;
        }
    }

    void apply(Intake intake, Batch batch, Loaded loaded) {
        switch (intake) {
            case Intake.Received received -> receive(received, batch, loaded);
            case Intake.ForGate gate -> aggregates.apply(gate, batch);
            case Intake.ForCorrelation correlation -> aggregates.apply(correlation, batch);
            case Intake.Due(Timer timer) -> due(timer, batch, loaded);
            case Intake.Misplaced misplaced -> {
                log.warn(
                        "record forwarded to the partition of its key topic={} partition={} offset={}",
                        misplaced.message().topic(),
                        misplaced.partition(),
                        misplaced.message().offset());
                batch.send(misplaced.partition(), misplaced.copy());
            }
            case Intake.Skipped skipped -> {}
        }
    }

    /** A decision that was taken in time is on its way: the end of the wait for it lets it pass. */
    private void due(Timer timer, Batch batch, Loaded loaded) {
        if (loaded.isDecided(timer)) {
            batch.set(new Timer(timer.id(), timer.partition(), batch.now.plus(DECISION_ON_ITS_WAY)));
            return;
        }
        batch.clear(timer.id());
        UUID id = timer.id().executionId();
        change(id, timer.partition(), new Input.TimerDue(timer.id().key()), batch, loaded);
    }

    /** Ends the execution that the intake is for, because nothing else can be done with the intake. */
    void fail(Intake culprit, String reason, Batch batch, Loaded loaded) {
        if (culprit instanceof Intake.Keyed keyed) {
            aggregates.giveUp(keyed, reason, batch);
        }
        UUID id = UnitOfWork.executionOf(culprit);
        ExecutionState state = id == null ? null : loaded.state(id);
        ExecutionError error = new ExecutionError("execution.poisoned", reason, null);
        if (state != null) {
            giveUp(culprit.partition(), state, error, batch);
        } else if (culprit instanceof Intake.Received(var message, var executionId, Input.Start start)) {
            StartExecution command = start.command();
            KnownExecution stored = loaded.stored.get(executionId.value());
            if (stored != null && stored.isPending()) {
                batch.neverStarted.put(command, error);
            }
            Calls.refusal(command, StepError.permanent("call.refused", reason), batch.now)
                    .ifPresent(answer -> refuse(answer, command.correlationId(), culprit.partition(), batch));
        }
    }

    private void giveUp(int partition, ExecutionState state, ExecutionError error, Batch batch) {
        Touched execution = new Touched(partition, pinned(state), true, state);
        batch.touched.put(state.id().value(), execution);
        for (StepRun step : state.steps().values()) {
            if (!step.status().isDecided()) {
                execution.add(new ExecutionEvent.StepCancelled(
                        execution.nextSequence(),
                        batch.now,
                        step.id(),
                        step.id().nodeId()));
                StepCancelled notice = new StepCancelled(state.id(), step.id());
                send(Topics.STEP_CANCELLED, MessageTypes.STEP_CANCELLED, notice, execution, batch);
            }
        }
        for (Lifelines.Source source : Lifelines.sources(execution.version.compiled(), state)) {
            if (source instanceof Lifelines.Source.OfTask asked) {
                batch.tasks.close(new EngineCommand.CloseTask(asked.taskId(), EngineCommand.CloseTask.As.CANCELLED));
            }
        }
        execution.add(new ExecutionEvent.Failed(execution.nextSequence(), batch.now, error));
        EndNotices.of(execution.state, batch.now).forEach(notice -> carryOut(notice, execution, batch));
    }

    private void receive(Intake.Received received, Batch batch, Loaded loaded) {
        UUID id = received.executionId().value();
        if (received.input() instanceof Input.Start start) {
            start(received, start.command(), batch, loaded);
        } else if (isUnstarted(id, batch, loaded) && isByPerson(received.input())) {
            // Its start is still in some outbox: a command that was answered must not be lost.
            batch.deferred.add(deferral.defer(received.message(), batch.now));
        } else if (received.input() instanceof Input.Admit(var admit) && !isLive(id, batch, loaded)) {
            aggregates.decline(admit, received.message(), batch);
        } else {
            change(id, received.partition(), received.input(), batch, loaded);
        }
        Touched execution = batch.touched.get(id);
        if (execution != null) {
            execution.traceparent = events.traceparent(received.message());
        }
    }

    private static boolean isUnstarted(UUID id, Batch batch, Loaded loaded) {
        KnownExecution stored = loaded.stored.get(id);
        return stored != null && stored.isPending() && !batch.touched.containsKey(id) && loaded.state(id) == null;
    }

    private static boolean isByPerson(Input input) {
        return switch (input) {
            case Input.Cancel _, Input.Pause _, Input.Resume _ -> true;
            case Input.Start _, Input.Admit _, Input.Signal _, Input.Revive _, Input.StepFinished _, Input.TimerDue _ ->
                false;
        };
    }

    private static boolean isLive(UUID id, Batch batch, Loaded loaded) {
        Touched earlier = batch.touched.get(id);
        ExecutionState state = earlier == null ? loaded.state(id) : earlier.state;
        return state != null && !state.hasEnded();
    }

    private void start(Intake.Received received, StartExecution command, Batch batch, Loaded loaded) {
        UUID id = command.executionId().value();
        KnownExecution stored = loaded.stored.get(id);
        boolean isNew = stored == null || stored.isPending();
        if (!isNew || batch.touched.containsKey(id) || loaded.state(id) != null) {
            batch.ignored++;
            return;
        }
        Optional<StepCompleted> refusal = refusalOfPaused(command, batch);
        if (refusal.isPresent()) {
            refuse(refusal.get(), command.correlationId(), received.partition(), batch);
            return;
        }
        Integer version = command.version();
        Optional<PublishedVersion> found = version == null || isCall(command)
                ? workflows.startable(command.workflowId(), version)
                : workflows.version(command.workflowId(), version);
        if (found.isEmpty()) {
            batch.deferred.add(deferral.defer(received.message(), batch.now));
            return;
        }
        if (stored == null) {
            batch.unannounced.add(row(command, found.get(), batch));
        }
        decide(received.partition(), found.get(), null, loaded.complete(command), batch);
    }

    private static boolean isCall(StartExecution command) {
        Origin origin = command.origin();
        return origin != null && origin.caller() != null;
    }

    /** What was accepted before the pause is started; a call is accepted only here. */
    private Optional<StepCompleted> refusalOfPaused(StartExecution command, Batch batch) {
        if (!isCall(command) || !workflows.isPaused(command.workflowId())) {
            return Optional.empty();
        }
        String message = "Expected workflow %s to be started, but it is paused".formatted(command.workflowId());
        return Calls.refusal(command, StepError.passing("workflow.paused", message), batch.now);
    }

    private void change(UUID id, int partition, Input input, Batch batch, Loaded loaded) {
        Touched earlier = batch.touched.get(id);
        ExecutionState state = earlier == null ? loaded.state(id) : earlier.state;
        if (state == null || state.hasEnded()) {
            batch.ignored++;
            log.debug("input ignored execution={} because=it is not live input={}", id, kind(input));
            return;
        }
        PublishedVersion version = earlier == null ? pinned(state) : earlier.version;
        decide(partition, version, state, input, batch);
    }

    private PublishedVersion pinned(ExecutionState state) {
        return workflows
                .version(state.workflowId(), state.workflowVersion())
                .orElseThrow(() -> new IllegalStateException("Expected version " + state.workflowVersion()
                        + " of workflow " + state.workflowId() + " for execution " + state.id()
                        + ", but it is unknown"));
    }

    private void decide(
            int partition, PublishedVersion version, @Nullable ExecutionState state, Input input, Batch batch) {
        Circumstances circumstances = new Circumstances(batch.now, settings.vars());
        switch (engine.apply(version.compiled(), state, input, circumstances)) {
            case Decision.Advanced advanced -> advance(partition, version, state, advanced, batch);
            case Decision.Ignored(String because) -> {
                batch.ignored++;
                log.debug("input ignored because={} input={}", because, kind(input));
            }
            case Decision.Refused(var refusal) -> {
                if (refusal.code().equals(ENGINE_DEFECT)) {
                    throw new IllegalStateException(refusal.message());
                }
                batch.ignored++;
                Correlation.run(
                        state == null ? Correlation.fresh() : state.correlationId(),
                        () -> log.info("input refused code={} because={}", refusal.code(), refusal.message()));
            }
        }
    }

    private void advance(
            int partition,
            PublishedVersion version,
            @Nullable ExecutionState before,
            Decision.Advanced advanced,
            Batch batch) {
        ExecutionState next = advanced.next();
        UUID id = next.id().value();
        Touched execution =
                batch.touched.computeIfAbsent(id, none -> new Touched(partition, version, before != null, next));
        execution.state = next;
        execution.events.addAll(advanced.events());
        for (EngineCommand command : advanced.commands()) {
            carryOut(command, execution, batch);
        }
    }

    private void carryOut(EngineCommand command, Touched execution, Batch batch) {
        ExecutionId id = execution.state.id();
        switch (command) {
            case EngineCommand.RequestStep(String worker, var request) ->
                send(Topics.stepRequested(worker), MessageTypes.STEP_REQUESTED, request, execution, batch);
            case EngineCommand.CancelStep(String worker, var notice) ->
                send(Topics.STEP_CANCELLED, MessageTypes.STEP_CANCELLED, notice, execution, batch);
            case EngineCommand.Answer(var answer) -> {
                String caller = answer.executionId().toString();
                send(Topics.STEP_COMPLETED, caller, MessageTypes.STEP_COMPLETED, answer, execution, batch);
            }
            case EngineCommand.Tell(var told) -> tell(told, execution, batch);
            case EngineCommand.SetTimer(var key, var dueAt) ->
                batch.set(new Timer(new Timer.Id(id.value(), key), execution.partition, dueAt));
            case EngineCommand.ClearTimer(var key) -> batch.clear(new Timer.Id(id.value(), key));
            case EngineCommand.OpenTask(var task) -> batch.tasks.open(row(task, execution));
            case EngineCommand.CloseTask closing -> batch.tasks.close(closing);
        }
    }

    private void refuse(StepCompleted answer, String correlationId, int partition, Batch batch) {
        String caller = answer.executionId().toString();
        batch.send(
                partition,
                OutgoingRecord.of(events.record(
                        Topics.STEP_COMPLETED, caller, MessageTypes.STEP_COMPLETED, answer, correlationId)));
    }

    private void tell(ExecutionCommand command, Touched execution, Batch batch) {
        String key = command.aggregateKey();
        send(Topics.EXECUTION_COMMANDS, key, MessageTypes.EXECUTION_COMMAND, command, execution, batch);
    }

    private void send(String topic, String type, Object data, Touched execution, Batch batch) {
        send(topic, execution.state.id().toString(), type, data, execution, batch);
    }

    private void send(String topic, String key, String type, Object data, Touched execution, Batch batch) {
        batch.send(
                execution.partition,
                OutgoingRecord.of(events.record(topic, key, type, data, execution.state.correlationId()))
                        .withTraceparent(execution.traceparent));
    }

    /** For the log: what is in an input may be a customer's. */
    private static String kind(Input input) {
        return input.getClass().getSimpleName();
    }

    private static TaskRow row(HumanTask task, Touched execution) {
        ExecutionState state = execution.state;
        return new TaskRow(
                task, state.id().value(), state.workflowId().value(), execution.version.name(), state.correlationId());
    }

    private static ExecutionRow row(StartExecution command, PublishedVersion version, Batch batch) {
        return new ExecutionRow(
                command.executionId().value(),
                command.workflowId().value(),
                version.version(),
                version.name(),
                command.trigger(),
                command.correlationId(),
                command.startedBy(),
                command.origin(),
                JsonText.write(command.input()),
                batch.now);
    }
}
