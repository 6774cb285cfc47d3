package com.automatrix.execution.simulation;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionCommand.ToCorrelation;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.testcase.Arrival;
import com.automatrix.contracts.testcase.Mock;
import com.automatrix.execution.engine.Circumstances;
import com.automatrix.execution.engine.Decision;
import com.automatrix.execution.engine.EngineCommand;
import com.automatrix.execution.engine.ExecutionState;
import com.automatrix.execution.engine.Input;
import com.automatrix.execution.engine.StepStatus;
import com.automatrix.execution.engine.TimerKey;
import com.automatrix.execution.engine.TimerKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One execution in the engine's pure core, answered by a test, with a clock that jumps to what comes next. */
final class Simulation {

    /** What a test may take before it is taken for one that never ends. */
    static final int MOST_INPUTS = 20_000;

    static final ExecutionId EXECUTION = new ExecutionId(new UUID(0x7000, 0x8000_0000_0000_0000L));

    private final Subject subject;
    private final Answers answers;
    private final EventMeetings meetings;
    private final Course course;
    private final Agenda agenda = new Agenda();
    private Instant now;
    private @Nullable ExecutionState state;
    private long commandIds;

    Simulation(Subject subject, Answers answers) {
        this.subject = subject;
        this.answers = answers;
        this.now = subject.test().startsAtOrDefault();
        this.meetings = new EventMeetings(subject.workflow().definition(), subject.expressions());
        this.course = new Course(now);
    }

    /** What has happened up to now. */
    Course course() {
        return course;
    }

    /** Goes on until the execution has ended. */
    void run() throws UnusableTest {
        List<Arrival> arrivals = subject.test().events();
        if (arrivals != null) {
            arrivals.forEach(arrival -> agenda.add(now.plus(arrival.after()), new Agenda.Event(arrival)));
        }
        apply(new Input.Start(subject.start()));
        for (int inputs = 0; !course.hasEnded(); inputs++) {
            if (inputs > MOST_INPUTS || Thread.currentThread().isInterrupted()) {
                throw new UnusableTest(new TestFailure(
                        "",
                        "test.too-long",
                        "Expected the execution to end after at most %d events, but it goes on.".formatted(inputs)));
            }
            Agenda.Entry next = agenda.next()
                    .orElseThrow(
                            () -> new UnusableTest(
                                    new TestFailure(
                                            "/events",
                                            "test.never-ends",
                                            "Expected the execution to end, but it waits for something that the test does not bring.")));
            now = next.at();
            happen(next.item());
        }
    }

    private void happen(Agenda.Item item) throws UnusableTest {
        switch (item) {
            case Agenda.Admission(var gateKey) ->
                apply(new Input.Admit(new AdmitExecution(commandId(), EXECUTION, gateKey)));
            case Agenda.Answer answer ->
                apply(answered(answer.stepRunId(), answer.attempt(), answer.askedAt(), outcome(answer.mock())));
            case Agenda.Event(var arrival) -> signal(meetings.arrive(arrival, now));
            case Agenda.Timer(var key) -> due(key);
        }
    }

    /** A worker that is at work renews its lease until it answers; only the step's own timeout ends it. */
    private void due(TimerKey timer) throws UnusableTest {
        StepRunId step = timer.step();
        Optional<Instant> answerAt = timer.kind() == TimerKind.STEP_TIMEOUT && step != null && hasNoTimeout(step)
                ? agenda.answerAt(step)
                : Optional.empty();
        if (answerAt.isPresent()) {
            agenda.set(timer, answerAt.get());
        } else {
            apply(new Input.TimerDue(timer));
        }
    }

    private boolean hasNoTimeout(StepRunId step) {
        Node node = subject.nodes().get(step.nodeId());
        return node == null || node.timeout() == null;
    }

    private void apply(Input input) throws UnusableTest {
        Decision decision =
                subject.engine().apply(subject.workflow(), state, input, new Circumstances(now, subject.vars()));
        switch (decision) {
            case Decision.Advanced(var next, var events, var commands) -> {
                state = next;
                events.forEach(course::tell);
                for (EngineCommand command : commands) {
                    carryOut(command);
                }
            }
            case Decision.Ignored _ -> {}
            case Decision.Refused(var refusal) ->
                throw new UnusableTest(new TestFailure("", refusal.code(), refusal.message() + "."));
        }
    }

    private void carryOut(EngineCommand command) throws UnusableTest {
        switch (command) {
            case EngineCommand.RequestStep request ->
                ask(request.request().stepRunId(), request.request().attempt());
            case EngineCommand.CancelStep cancel ->
                agenda.forget(cancel.notice().stepRunId());
            case EngineCommand.SetTimer(var key, var dueAt) -> agenda.set(key, dueAt);
            case EngineCommand.ClearTimer(var key) -> agenda.clear(key);
            case EngineCommand.Tell(var told) -> tell(told);
            case EngineCommand.Answer _, EngineCommand.OpenTask _, EngineCommand.CloseTask _ -> {}
        }
    }

    private void tell(ExecutionCommand command) throws UnusableTest {
        switch (command) {
            case AcquireSlot acquire -> agenda.add(now, new Agenda.Admission(acquire.gateKey()));
            case ToCorrelation correlation -> signal(meetings.apply(correlation, now));
            case StartExecution called -> call(called);
            default -> {
                // What other executions and the gate are told has no effect on this one.
            }
        }
    }

    /** A call that waits is answered as a worker's step is; one that does not has its answer already. */
    private void call(StartExecution called) throws UnusableTest {
        if (called.origin() != null && called.origin().caller() != null) {
            StepRunId step = called.origin().caller().stepRunId();
            boolean waits = Optional.ofNullable(state)
                    .map(known -> known.steps().get(step.toString()))
                    .filter(run -> run.status() == StepStatus.RUNNING)
                    .isPresent();
            if (waits) {
                ask(step, called.origin().caller().attempt());
            }
        }
    }

    private void ask(StepRunId step, int attempt) throws UnusableTest {
        Mock mock = answers.next(step);
        agenda.add(mock.after() == null ? now : now.plus(mock.after()), new Agenda.Answer(step, attempt, now, mock));
    }

    private void signal(List<ExecutionCommand> commands) throws UnusableTest {
        for (ExecutionCommand command : commands) {
            if (command instanceof SignalStep signal) {
                apply(new Input.Signal(signal));
            }
        }
    }

    private static StepOutcome outcome(Mock mock) {
        return mock.error() == null
                ? new StepOutcome.Succeeded(mock.output(), mock.handle() == null ? null : List.of(mock.handle()))
                : new StepOutcome.Failed(mock.error());
    }

    private Input answered(StepRunId step, int attempt, Instant askedAt, StepOutcome outcome) {
        return new Input.StepFinished(new StepCompleted(EXECUTION, step, attempt, outcome, askedAt, now, "test", null));
    }

    private UUID commandId() {
        return new UUID(0, ++commandIds);
    }
}
