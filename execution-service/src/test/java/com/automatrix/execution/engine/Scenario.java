package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.PauseExecution;
import com.automatrix.contracts.message.ExecutionCommand.ResumeExecution;
import com.automatrix.contracts.message.ExecutionCommand.ReviveExecution;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.expression.JsonataExpressions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drives one execution input by input; a scenario reads like a sentence. */
final class Scenario {

    static final Instant BEGINNING = Instant.parse("2026-03-04T05:06:07Z");
    static final ExecutionId EXECUTION = ExecutionId.parse("01977a3e-0000-7000-8000-000000000001");
    static final WorkflowId WORKFLOW = new WorkflowId(new UUID(7, 7));

    private static final ExecutionEngine ENGINE =
            new ExecutionEngine(new JsonataExpressions(), new SchemaCheck()::value);

    private final CompiledWorkflow workflow;
    private final List<ExecutionEvent> history = new ArrayList<>();
    private final List<ExecutionState> states = new ArrayList<>();
    private final List<EngineCommand> timers = new ArrayList<>();
    private final OpenTasks tasks = new OpenTasks();
    private Instant now = BEGINNING;
    private @Nullable ExecutionState state;
    private @Nullable Decision last;
    private long commandIds;

    private Scenario(WorkflowDefinition definition) {
        workflow = CompiledWorkflow.compile(WORKFLOW, 3, "Scenario", definition, Graph::stepType);
    }

    static Scenario execution(String example) {
        return new Scenario(Graph.example(example));
    }

    static Scenario execution(Graph graph) {
        return new Scenario(graph.definition());
    }

    static Scenario execution(WorkflowDefinition definition) {
        return new Scenario(definition);
    }

    Scenario starts() {
        return starts(null);
    }

    /** Starts; where a gate has to be asked, it admits the execution at once. */
    Scenario starts(@Nullable Object input) {
        queues(input);
        boolean isQueued = state != null && state.status() == ExecutionStatus.PENDING;
        return isQueued ? onAdmission() : this;
    }

    /** Starts, and waits for the gate if there is one. */
    Scenario queues(@Nullable Object input) {
        return apply(new Input.Start(startCommand(EXECUTION, input)));
    }

    Scenario onAdmission() {
        return apply(new Input.Admit(new AdmitExecution(new UUID(1, ++commandIds), EXECUTION, "gate")));
    }

    /** Starts as another execution's sub-workflow, or as another run of it. */
    Scenario startsFrom(Origin origin, EarlierStep... earlier) {
        return apply(new Input.Start(startCommand(EXECUTION, null, origin), List.of(earlier)));
    }

    StartExecution startCommand(ExecutionId id, @Nullable Object input) {
        return startCommand(id, input, null);
    }

    private StartExecution startCommand(ExecutionId id, @Nullable Object input, @Nullable Origin origin) {
        return new StartExecution(
                new UUID(1, ++commandIds),
                id,
                WORKFLOW,
                3,
                input,
                TriggerRef.api(),
                "correlation",
                "user",
                null,
                origin,
                null);
    }

    Scenario onSuccess(String step) {
        return onSuccess(step, Map.of("by", step));
    }

    Scenario onSuccess(String step, @Nullable Object output, String... handles) {
        return onAnswer(
                step, attempt(step), new StepOutcome.Succeeded(output, handles.length == 0 ? null : List.of(handles)));
    }

    Scenario onFailure(String step) {
        return onAnswer(step, attempt(step), new StepOutcome.Failed(StepError.permanent("test.failed", "It failed")));
    }

    Scenario onPassingFailure(String step) {
        return onPassingFailure(step, null);
    }

    Scenario onPassingFailure(String step, @Nullable Duration retryAfter) {
        return onAnswer(
                step,
                attempt(step),
                new StepOutcome.Failed(new StepError("test.busy", "It is busy", true, retryAfter, null)));
    }

    Scenario onAnswer(String step, int attempt, StepOutcome outcome) {
        return apply(new Input.StepFinished(new StepCompleted(
                EXECUTION, StepRunId.parse(step), attempt, outcome, now.minusMillis(5), now, "worker-1", null)));
    }

    /** A timer that has come due is no longer set. */
    Scenario onTimer(TimerKey timer) {
        timers.add(new EngineCommand.ClearTimer(timer));
        return apply(new Input.TimerDue(timer));
    }

    /** Moves the clock to the timer of that kind which a step has set last, and lets it come due. */
    Scenario onTimer(TimerKind kind, @Nullable String step) {
        return onTimer(timer(kind, step));
    }

    /** Lets one of the open timers come due. */
    Scenario onTimer(EngineCommand.SetTimer timer) {
        now = timer.dueAt().isAfter(now) ? timer.dueAt() : now;
        return onTimer(timer.key());
    }

    Scenario onCancel() {
        return onCancel(new UUID(1, ++commandIds));
    }

    Scenario onCancel(UUID commandId) {
        return apply(new Input.Cancel(new CancelExecution(commandId, EXECUTION, "because", "user")));
    }

    /** Somebody decides about the task of a step. */
    Scenario onDecision(String step, String handle, @Nullable Object output) {
        UUID decision = new UUID(1, ++commandIds);
        return apply(
                new Input.Signal(new SignalStep(decision, EXECUTION, StepRunId.parse(step), handle, output, "user")));
    }

    Scenario onPause() {
        return apply(new Input.Pause(new PauseExecution(new UUID(1, ++commandIds), EXECUTION, "user")));
    }

    Scenario onResume() {
        return apply(new Input.Resume(new ResumeExecution(new UUID(1, ++commandIds), EXECUTION, "user")));
    }

    /** Moves the clock; nothing comes due by that alone. */
    Scenario later(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    Scenario onRevival() {
        return apply(new Input.Revive(new ReviveExecution(new UUID(1, ++commandIds), EXECUTION)));
    }

    /** Forgets its timers, as a database that has lost them. */
    Scenario losesItsTimers() {
        timers.clear();
        return this;
    }

    Scenario requests(String... steps) {
        assertThat(requested()).containsExactlyInAnyOrder(steps);
        return this;
    }

    Scenario cancels(String... steps) {
        assertThat(commands().stream()
                        .filter(EngineCommand.CancelStep.class::isInstance)
                        .map(command -> ((EngineCommand.CancelStep) command)
                                .notice()
                                .stepRunId()
                                .toString()))
                .containsExactlyInAnyOrder(steps);
        return this;
    }

    Scenario has(String step, StepStatus status) {
        assertThat(run(step).status()).as(step).isEqualTo(status);
        return this;
    }

    Scenario is(ExecutionStatus status) {
        assertThat(state().status()).isEqualTo(status);
        return this;
    }

    Scenario ends(ExecutionStatus status) {
        assertThat(history.getLast()).isInstanceOf(ExecutionEvent.End.class);
        return is(status);
    }

    Scenario failsWith(String code) {
        ends(ExecutionStatus.FAILED);
        assertThat(Objects.requireNonNull(state().error()).code()).isEqualTo(code);
        return this;
    }

    Scenario gives(@Nullable Object output) {
        assertThat(state().output()).isEqualTo(output);
        return this;
    }

    Scenario isIgnored() {
        assertThat(last).isInstanceOf(Decision.Ignored.class);
        return this;
    }

    Scenario isRefused(String code) {
        assertThat(last)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
        return this;
    }

    Scenario satisfies(Consumer<Scenario> check) {
        check.accept(this);
        return this;
    }

    Scenario apply(Input input) {
        ExecutionState before = state;
        last = ENGINE.apply(workflow, before, input, new Circumstances(now, Map.of("storeName", "Smith Cars")));
        if (last instanceof Decision.Advanced(var next, var events, var commands)) {
            assertThat(remembering(next, replay(before, events))).isEqualTo(next);
            state = next;
            states.add(next);
            history.addAll(events);
            timers.addAll(commands);
            tasks.keep(commands);
        }
        return this;
    }

    static @Nullable ExecutionState replay(@Nullable ExecutionState before, List<ExecutionEvent> events) {
        ExecutionState replayed = before;
        for (ExecutionEvent event : events) {
            replayed = ExecutionState.evolve(replayed, event);
        }
        return replayed;
    }

    /** Commands are the one thing in a state that is not in its events. */
    static ExecutionState remembering(ExecutionState expected, @Nullable ExecutionState replayed) {
        ExecutionState remembering = Objects.requireNonNull(replayed);
        for (UUID commandId : expected.appliedCommands()) {
            if (!remembering.hasApplied(commandId)) {
                remembering = remembering.remembering(commandId);
            }
        }
        return remembering;
    }

    CompiledWorkflow workflow() {
        return workflow;
    }

    boolean hasStarted() {
        return state != null;
    }

    ExecutionState state() {
        return Objects.requireNonNull(state, "the execution has not started");
    }

    StepRun run(String step) {
        return Objects.requireNonNull(state().step(step), () -> step + " is not decided");
    }

    Decision last() {
        return Objects.requireNonNull(last);
    }

    /** The state after each decision. */
    List<ExecutionState> states() {
        return states;
    }

    List<ExecutionEvent> history() {
        return history;
    }

    Instant now() {
        return now;
    }

    /** What other aggregates are told. */
    List<ExecutionCommand> told() {
        return commands().stream()
                .filter(EngineCommand.Tell.class::isInstance)
                .map(command -> ((EngineCommand.Tell) command).command())
                .toList();
    }

    /** The tasks that people can decide about, in the order in which they were opened. */
    List<HumanTask> openTasks() {
        return tasks.all();
    }

    /** What the execution that called this one is answered. */
    List<StepCompleted> answers() {
        return commands().stream()
                .filter(EngineCommand.Answer.class::isInstance)
                .map(command -> ((EngineCommand.Answer) command).message())
                .toList();
    }

    List<EngineCommand> commands() {
        return last instanceof Decision.Advanced advanced ? advanced.commands() : List.of();
    }

    List<String> requested() {
        return stepRequests().stream()
                .map(request -> request.request().stepRunId().toString())
                .toList();
    }

    List<EngineCommand.RequestStep> stepRequests() {
        return commands().stream()
                .filter(EngineCommand.RequestStep.class::isInstance)
                .map(EngineCommand.RequestStep.class::cast)
                .toList();
    }

    /** Timers that are set and not cleared. */
    List<EngineCommand.SetTimer> openTimers() {
        List<EngineCommand.SetTimer> open = new ArrayList<>();
        for (EngineCommand command : timers) {
            switch (command) {
                case EngineCommand.SetTimer set -> {
                    open.removeIf(other -> other.key().equals(set.key()));
                    open.add(set);
                }
                case EngineCommand.ClearTimer(var key) ->
                    open.removeIf(other -> other.key().equals(key));
                case EngineCommand.RequestStep _,
                        EngineCommand.CancelStep _,
                        EngineCommand.Tell _,
                        EngineCommand.Answer _,
                        EngineCommand.OpenTask _,
                        EngineCommand.CloseTask _ -> {}
            }
        }
        return open;
    }

    EngineCommand.SetTimer timer(TimerKind kind, @Nullable String step) {
        StepRunId id = step == null ? null : StepRunId.parse(step);
        return openTimers().stream()
                .filter(timer ->
                        timer.key().kind() == kind && Objects.equals(timer.key().step(), id))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError(
                        "Expected an open %s timer of %s, but have %s".formatted(kind, step, openTimers())));
    }

    private int attempt(String step) {
        StepRun run = state().step(step);
        return run == null ? 1 : run.attempt();
    }
}
