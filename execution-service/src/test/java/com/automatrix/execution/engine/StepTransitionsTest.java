package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every pair of a step's state and an input, and what becomes of the step. */
class StepTransitionsTest {

    private static final String SUBJECT = "subject";

    private static final StepRunId ID = StepRunId.of(SUBJECT);

    /** What can reach a live execution, seen from the step that it is about. */
    enum Stimulus {
        SUCCESS,
        FINAL_FAILURE,
        PASSING_FAILURE,
        CONTINUATION,
        HEARTBEAT,
        DEFERRAL,
        OLDER_ANSWER,
        NEWER_ANSWER,
        RETRY_DUE,
        OLDER_RETRY_DUE,
        STEP_TIMEOUT_DUE,
        WAIT_DUE,
        DECISION,
        ITERATION_DUE,
        EXECUTION_TIMEOUT_DUE,
        PAUSE,
        RESUME,
        CANCEL,
        SECOND_START
    }

    private static Scenario happen(Scenario scenario, Stimulus stimulus) {
        StepRun run = scenario.state().step(SUBJECT);
        int attempt = run == null ? 1 : run.attempt();
        return switch (stimulus) {
            case SUCCESS -> scenario.onSuccess(SUBJECT);
            case FINAL_FAILURE -> scenario.onFailure(SUBJECT);
            case PASSING_FAILURE -> scenario.onPassingFailure(SUBJECT);
            case CONTINUATION -> scenario.onAnswer(SUBJECT, attempt, new StepOutcome.Continue(null, List.of()));
            case HEARTBEAT -> scenario.onAnswer(SUBJECT, attempt, new StepOutcome.Running());
            case DEFERRAL ->
                scenario.onAnswer(
                        SUBJECT, attempt, new StepOutcome.Running(scenario.now().plus(Duration.ofHours(9)), "night"));
            case OLDER_ANSWER -> scenario.onAnswer(SUBJECT, attempt - 1, new StepOutcome.Succeeded("late", null));
            case NEWER_ANSWER -> scenario.onAnswer(SUBJECT, attempt + 1, new StepOutcome.Succeeded("early", null));
            case RETRY_DUE -> scenario.onTimer(TimerKey.retry(ID, attempt));
            case OLDER_RETRY_DUE -> scenario.onTimer(TimerKey.retry(ID, attempt - 1));
            case STEP_TIMEOUT_DUE -> scenario.onTimer(TimerKey.stepTimeout(ID, attempt));
            case WAIT_DUE -> scenario.onTimer(TimerKey.wait(ID));
            case DECISION -> scenario.onDecision(SUBJECT, "approved", Map.of());
            case ITERATION_DUE -> scenario.onTimer(TimerKey.iteration(ID));
            case EXECUTION_TIMEOUT_DUE -> scenario.onTimer(TimerKey.executionTimeout());
            case PAUSE -> scenario.onPause();
            case RESUME -> scenario.onResume();
            case CANCEL -> scenario.onCancel();
            case SECOND_START -> scenario.starts();
        };
    }

    @Test
    void every_pair_of_step_state_and_input_is_decided_as_the_table_says() {
        StringJoiner table = new StringJoiner("\n", "", "\n");
        table.add(row("", states()));
        for (Stimulus stimulus : Stimulus.values()) {
            List<String> outcomes = states().stream()
                    .map(state -> outcome(inState(state), stimulus))
                    .toList();
            table.add(row(stimulus.name(), outcomes));
        }

        assertThat(table.toString()).isEqualTo("""
                              | UNDECIDED    | RUNNING      | WAITING      | RETRYING     | COMPENSATING | COMPLETED    | FAILED       | SKIPPED      | CANCELLED
        SUCCESS               | .            | COMPLETED    | .            | .            | .            | .            | .            | .            | .
        FINAL_FAILURE         | .            | FAILED       | .            | .            | .            | .            | .            | .            | .
        PASSING_FAILURE       | .            | RETRYING     | .            | .            | .            | .            | .            | .            | .
        CONTINUATION          | .            | FAILED       | .            | .            | .            | .            | .            | .            | .
        HEARTBEAT             | .            | RUNNING      | .            | .            | .            | .            | .            | .            | .
        DEFERRAL              | .            | RUNNING      | .            | .            | .            | .            | .            | .            | .
        OLDER_ANSWER          | .            | .            | .            | .            | .            | .            | .            | .            | .
        NEWER_ANSWER          | .            | .            | .            | .            | .            | .            | .            | .            | .
        RETRY_DUE             | .            | .            | .            | RUNNING      | .            | .            | .            | .            | .
        OLDER_RETRY_DUE       | .            | .            | .            | .            | .            | .            | .            | .            | .
        STEP_TIMEOUT_DUE      | .            | RETRYING     | .            | .            | .            | .            | .            | .            | .
        WAIT_DUE              | .            | .            | COMPLETED    | .            | .            | .            | .            | .            | .
        DECISION              | .            | .            | COMPLETED    | .            | .            | .            | .            | .            | .
        ITERATION_DUE         | .            | .            | .            | .            | .            | .            | .            | .            | .
        EXECUTION_TIMEOUT_DUE | UNDECIDED    | CANCELLED    | CANCELLED    | CANCELLED    | CANCELLED    | COMPLETED    | FAILED       | SKIPPED      | CANCELLED
        PAUSE                 | UNDECIDED    | RUNNING      | WAITING      | RETRYING     | COMPENSATING | COMPLETED    | FAILED       | SKIPPED      | CANCELLED
        RESUME                | .            | .            | .            | .            | .            | .            | .            | .            | .
        CANCEL                | UNDECIDED    | CANCELLED    | CANCELLED    | CANCELLED    | CANCELLED    | COMPLETED    | FAILED       | SKIPPED      | CANCELLED
        SECOND_START          | .            | .            | .            | .            | .            | .            | .            | .            | .
        """);
    }

    @Test
    void the_life_of_an_execution_and_of_a_step_is_drawn_as_the_document_shows() {
        SortedSet<String> steps = new TreeSet<>();
        SortedSet<String> executions = new TreeSet<>();
        for (String state : states()) {
            for (Stimulus stimulus : Stimulus.values()) {
                Scenario scenario = inState(state);
                happen(scenario, stimulus);
                Drawing.transitions(scenario.states(), steps, executions);
            }
        }
        Scenario waiting =
                Scenario.execution(Graph.graph().work("call")).starts().onPassingFailure("call");
        Drawing.transitions(
                waiting.onTimer(TimerKind.RETRY, "call").onSuccess("call").states(), steps, executions);
        Scenario cancelled =
                Scenario.execution(Graph.graph().work("call")).starts().onPassingFailure("call");
        Drawing.transitions(cancelled.onCancel().states(), steps, executions);
        Scenario overdue = Scenario.execution(Graph.graph().work("call").timeout(Duration.ofDays(1)))
                .starts()
                .onPassingFailure("call");
        Drawing.transitions(overdue.onTimer(TimerKey.executionTimeout()).states(), steps, executions);
        WorkflowDefinition limited = Graph.limited(new Concurrency(null, 1, null));
        Drawing.transitions(
                Scenario.execution(limited).queues(null).onAdmission().states(), steps, executions);
        Drawing.transitions(Scenario.execution(limited).queues(null).onCancel().states(), steps, executions);

        for (String undone : List.of("bystander", "inside:compensation")) {
            Scenario undoing = inState("COMPENSATING");
            undoing.onFailure(undone);
            Drawing.transitions(undoing.onSuccess("inside:compensation").states(), steps, executions);
        }
        Drawing.transitions(
                inState("COMPENSATING")
                        .onCancel()
                        .onSuccess("inside:compensation")
                        .states(),
                steps,
                executions);

        Drawing.check(steps, executions);
    }

    private static String row(String name, List<String> cells) {
        String columns = cells.stream().map("%-12s"::formatted).collect(Collectors.joining(" | "));
        return "%-21s | %s".formatted(name, columns).stripTrailing();
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>(List.of("UNDECIDED"));
        Arrays.stream(StepStatus.values()).map(Enum::name).forEach(states::add);
        return states;
    }

    private static String outcome(Scenario scenario, Stimulus stimulus) {
        happen(scenario, stimulus);
        return switch (scenario.last()) {
            case Decision.Advanced advanced -> status(advanced.next());
            case Decision.Ignored ignored -> ignored.because().isEmpty() ? "without a reason" : ".";
            case Decision.Refused(var refusal) -> refusal.code();
        };
    }

    private static String status(ExecutionState state) {
        StepRun run = state.step(SUBJECT);
        return run == null ? "UNDECIDED" : run.status().name();
    }

    private static Scenario inState(String state) {
        Graph workflow = switch (state) {
            case "WAITING" -> Lives.waiting();
            case "COMPENSATING" -> Lives.compensating();
            default -> Lives.workflow();
        };
        Scenario scenario = Scenario.execution(workflow).starts();
        if (!state.equals("UNDECIDED")) {
            Lives.lead(scenario, StepStatus.valueOf(state));
        }
        assertThat(status(scenario.state())).isEqualTo(state);
        return scenario;
    }
}
