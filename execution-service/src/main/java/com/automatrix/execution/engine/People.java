package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.execution.engine.HumanTask.Addressee;
import com.automatrix.execution.engine.HumanTask.Kind;
import com.automatrix.execution.engine.HumanTask.Priority;
import com.automatrix.execution.engine.HumanTask.Question;
import com.automatrix.execution.engine.HumanTask.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code human.task} and {@code human.approval}: opens a task, and waits for a decision about it or for its end. */
final class People {

    static final String TASK = "human.task";
    static final String APPROVAL = "human.approval";

    private static final String TIMEOUT = "timeout";

    private People() {}

    /** Whether the step run waits for a person. */
    static boolean isAsked(Place place, StepRun run) {
        return run.status() == StepStatus.WAITING && isOfPeople(place.type());
    }

    static boolean isOfPeople(String type) {
        return type.equals(TASK) || type.equals(APPROVAL);
    }

    static void begin(Transition transition, Place place, Map<String, Object> config) {
        HumanTask task;
        try {
            task = task(transition, place, config);
        } catch (DateTimeParseException unreadable) {
            Failing.fail(transition, place, unreadable(place, unreadable));
            return;
        }
        StepError problem = problem(transition, place, task);
        if (problem != null) {
            Failing.fail(transition, place, problem);
            return;
        }
        Instant until = task.times().expiresAt();
        transition.record(
                (sequence, at) -> new ExecutionEvent.StepWaiting(sequence, at, place.id(), place.nodeId(), until));
        transition.command(new EngineCommand.OpenTask(task));
        if (until != null) {
            transition.command(new EngineCommand.SetTimer(TimerKey.wait(place.id()), until));
        }
    }

    /** The task of a step run that waits was lost. */
    static void openAgain(Transition transition, StepRun run) {
        Place place = transition.workflow().place(run.id());
        if (place != null && run.input() instanceof Map<?, ?> input) {
            Map<String, Object> config = new LinkedHashMap<>();
            input.forEach((key, value) -> config.put(String.valueOf(key), value));
            transition.command(new EngineCommand.OpenTask(task(transition, place, config)));
        }
    }

    /** Somebody has decided. */
    static Decision decided(Transition transition, Place place, StepRun run, SignalStep command) {
        String handle = command.handle() == null ? Edge.OUT : command.handle();
        if (!place.node().handles().contains(handle) || handle.equals(TIMEOUT)) {
            return new Decision.Ignored("step %s has no decision \"%s\"".formatted(run.id(), handle));
        }
        transition.remember(command.commandId());
        Cancelling.timers(run).forEach(timer -> transition.command(new EngineCommand.ClearTimer(timer)));
        close(transition, run, EngineCommand.CloseTask.As.DECIDED);
        Succeeding.inEngine(transition, place, new EngineSteps.Result(command.output(), List.of(handle), null));
        return Advancing.advance(transition);
    }

    /** Nobody has decided in time. */
    static Decision expired(Transition transition, Place place, StepRun run) {
        close(transition, run, EngineCommand.CloseTask.As.EXPIRED);
        Succeeding.inEngine(transition, place, new EngineSteps.Result(Map.of(), List.of(TIMEOUT), null));
        return Advancing.advance(transition);
    }

    /** Nobody needs a decision any more. */
    static void cancel(Transition transition, StepRun run) {
        close(transition, run, EngineCommand.CloseTask.As.CANCELLED);
    }

    static UUID taskId(ExecutionState state, StepRun run) {
        Instant at = Objects.requireNonNull(run.startedAt(), "a step that has started");
        return DerivedIds.of("task/%s/%s".formatted(state.id(), run.id()), at);
    }

    private static void close(Transition transition, StepRun run, EngineCommand.CloseTask.As as) {
        transition.command(new EngineCommand.CloseTask(taskId(transition.state(), run), as));
    }

    private static HumanTask task(Transition transition, Place place, Map<String, Object> config) {
        StepRun run = transition.state().known(place.id());
        Object escalation = config.get("escalation");
        String title = text(config.get("title"));
        String name = Objects.requireNonNullElse(place.node().node().name(), place.nodeId());
        return new HumanTask(
                taskId(transition.state(), run),
                place.id(),
                place.type().equals(APPROVAL) ? Kind.APPROVAL : Kind.TASK,
                new Question(
                        title == null ? name : title,
                        text(config.get("instructions")),
                        config.get("context"),
                        config.get("form"),
                        priority(config.get("priority"))),
                new Addressee(
                        Objects.requireNonNullElse(text(config.get("role")), ""),
                        lowerCase(text(config.get("assignee"))),
                        text(EngineSteps.field(escalation, "role"))),
                times(Objects.requireNonNullElse(run.startedAt(), transition.now()), place, config),
                Boolean.TRUE.equals(config.get("bulk")));
    }

    /** What is due ends then, unless it says when it does; what is never due ends by the timeout of its node. */
    private static Times times(Instant from, Place place, Map<String, Object> config) {
        Instant dueAt = after(from, config.get("due"));
        Object ends = config.get("expires") == null ? config.get("due") : config.get("expires");
        Instant expiresAt = after(from, ends == null ? place.node().node().timeout() : ends);
        return new Times(
                from,
                dueAt,
                expiresAt,
                after(from, config.get("reminder")),
                after(from, EngineSteps.field(config.get("escalation"), "after")));
    }

    private static @Nullable Instant after(Instant from, @Nullable Object duration) {
        return duration == null ? null : Deadlines.after(from, Duration.parse(duration.toString()));
    }

    private static Priority priority(@Nullable Object value) {
        for (Priority priority : Priority.values()) {
            if (priority.name().equals(value)) {
                return priority;
            }
        }
        return Priority.NORMAL;
    }

    private static @Nullable String text(@Nullable Object value) {
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable StepError problem(Transition transition, Place place, HumanTask task) {
        if (task.addressee().role().isEmpty()) {
            return StepError.permanent(
                    "task.no-role",
                    "Expected step %s to say which role it asks, but the role is empty".formatted(place.nodeId()));
        }
        return task.question().form() == null
                ? null
                : formProblem(transition, place, task.question().form());
    }

    private static @Nullable StepError formProblem(Transition transition, Place place, Object form) {
        if (!(form instanceof Map<?, ?> entries)) {
            return unusableForm(place, "it is no object");
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        entries.forEach((key, value) -> schema.put(String.valueOf(key), value));
        return transition.schemas().violations(schema, Map.of()).stream()
                .filter(SchemaViolation::isOfSchema)
                .findFirst()
                .map(violation -> unusableForm(place, violation.message()))
                .orElse(null);
    }

    private static StepError unusableForm(Place place, String why) {
        return StepError.permanent(
                "task.unusable-form",
                "Expected the form of step %s to be a JSON Schema, but: %s".formatted(place.nodeId(), why));
    }

    private static StepError unreadable(Place place, DateTimeParseException why) {
        return StepError.permanent(
                "task.unreadable-time",
                "Expected step %s to have durations such as PT4H, but %s".formatted(place.nodeId(), why.getMessage()));
    }
}
