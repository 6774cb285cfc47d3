package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.definition.OnError;
import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.PauseExecution;
import com.automatrix.contracts.message.ExecutionCommand.ResumeExecution;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.ToolCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every workflow and every order of inputs; a seed names each case. */
class EnginePropertiesTest {

    private static final int CASES = 80;

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parallel_branches_give_the_same_result_in_any_order(int seed) {
        Graph graph = RandomGraph.of(new Random(seed), false);

        Scenario one = finish(Scenario.execution(graph).starts(), new Random(seed + 1));
        Scenario other = finish(Scenario.execution(graph).starts(), new Random(seed + 2));

        assertThat(one.state().output()).isEqualTo(other.state().output());
        assertThat(statuses(one)).isEqualTo(statuses(other));
        assertThat(one.state().status()).isEqualTo(ExecutionStatus.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_execution_ends_whatever_its_workers_and_timers_do(int seed) {
        Random random = new Random(seed);
        Scenario scenario = Scenario.execution(RandomGraph.of(random, true)).starts();

        for (int inputs = 0; !scenario.state().hasEnded(); inputs++) {
            assertThat(inputs).as("inputs until the end").isLessThan(1_000);
            assertThat(scenario.openTimers())
                    .as("what goes on without an answer")
                    .isNotEmpty();
            assertThat(scenario.openTimers()).containsAll(Lifelines.timers(scenario.workflow(), scenario.state()));
            assertThat(Lifelines.timers(scenario.workflow(), scenario.state()))
                    .as("what the check for stuck executions asks for")
                    .isNotEmpty();
            disturb(scenario, random);
        }

        assertThat(scenario.openTimers()).isEmpty();
        assertThat(scenario.openTasks()).isEmpty();
        assertThat(Scenario.remembering(scenario.state(), Scenario.replay(null, scenario.history())))
                .isEqualTo(scenario.state());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pauses_change_nothing_but_when_things_happen(int seed) {
        Graph graph = RandomGraph.of(new Random(seed), false);
        Random random = new Random(seed);

        Scenario straight = finish(Scenario.execution(graph).starts(), new Random(seed));
        Scenario paused = Scenario.execution(graph).starts();
        while (!paused.state().hasEnded()) {
            paused.onPause();
            for (StepRun run : random.nextBoolean() ? atWork(paused) : List.<StepRun>of()) {
                succeed(paused, run);
            }
            if (!paused.state().hasEnded()) {
                step(paused.onResume(), random);
            }
        }

        assertThat(paused.state().output()).isEqualTo(straight.state().output());
        assertThat(statuses(paused)).isEqualTo(statuses(straight));
        assertThat(paused.openTimers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_execution_that_loses_its_timers_ends_all_the_same_once_it_is_revived(int seed) {
        Random random = new Random(seed);
        Scenario scenario = Scenario.execution(RandomGraph.of(random, true)).starts();

        for (int inputs = 0; !scenario.state().hasEnded(); inputs++) {
            assertThat(inputs).as("inputs until the end").isLessThan(1_000);
            scenario.losesItsTimers().onRevival();
            disturb(scenario, random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_input_in_any_order_is_a_defect(int seed) {
        Random random = new Random(seed);
        Scenario scenario = Scenario.execution(RandomGraph.of(random, true));

        for (int inputs = 0; inputs < 60; inputs++) {
            scenario.apply(RandomInput.of(random));
            if (scenario.last() instanceof Decision.Refused(var refusal)) {
                assertThat(refusal.code()).isNotEqualTo("engine.defect");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void events_are_numbered_without_gaps(int seed) {
        Scenario scenario = finish(
                Scenario.execution(RandomGraph.of(new Random(seed), true)).starts(), new Random(seed));

        assertThat(scenario.history())
                .extracting(event -> event.sequence())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, scenario.history().size())
                                .mapToObj(Long::valueOf)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_state_survives_being_stored(int seed) {
        Random random = new Random(seed);
        Scenario scenario = Scenario.execution(RandomGraph.of(random, true)).starts(Map.of("n", seed));
        for (int inputs = 0; inputs < 5 && !scenario.state().hasEnded(); inputs++) {
            disturb(scenario, random);
        }

        String stored = ContractJson.events().writeValueAsString(scenario.state());

        assertThat(ContractJson.events().readValue(stored, ExecutionState.class))
                .isEqualTo(scenario.state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ai",
                "any-join",
                "at-least-join",
                "approval",
                "branch",
                "call-workflow",
                "compensation",
                "concurrency",
                "error-continue",
                "explicit-defaults",
                "foreach",
                "lead",
                "linear",
                "nested-branches",
                "nested-containers",
                "parallel-join",
                "race",
                "repeat",
                "retry",
                "scope",
                "single-step",
                "switch",
                "triggers",
                "validate",
                "wait-for-event"
            })
    void every_golden_example_compiles_and_ends(String example) {
        WorkflowDefinition definition = Graph.example(example);

        Scenario scenario = finish(Scenario.execution(definition).starts(Map.of()), new Random(1));

        assertThat(scenario.state().hasEnded()).isTrue();
    }

    /** Answers whatever is running with success, or lets the next timer come due, in an order of chance. */
    private static Scenario finish(Scenario scenario, Random random) {
        while (!scenario.state().hasEnded()) {
            step(scenario, random);
        }
        return scenario;
    }

    private static void step(Scenario scenario, Random random) {
        List<StepRun> running = atWork(scenario);
        if (!running.isEmpty()) {
            succeed(scenario, pick(random, running));
        } else if (!scenario.state().hasEnded()) {
            scenario.onTimer(pick(random, scenario.openTimers()));
        }
    }

    private static void succeed(Scenario scenario, StepRun run) {
        String step = run.id().toString();
        CompiledNode node =
                Objects.requireNonNull(scenario.workflow().node(run.id().nodeId()));
        // A classifier has no "out": it fires one of its labels, always the same.
        String handle = node.handles().contains("out")
                ? "out"
                : node.handles().stream().sorted().toList().getFirst();
        scenario.onSuccess(step, Map.of("by", step), handle);
    }

    private static final List<ToolCall> CALLS = List.of(
            new ToolCall("1", "ai.generate", Map.of("prompt", "Write")), new ToolCall("2", "test.work", Map.of()));

    private static void disturb(Scenario scenario, Random random) {
        List<StepRun> running = atWork(scenario);
        if (!scenario.openTasks().isEmpty() && random.nextInt(3) == 0) {
            HumanTask task = pick(random, scenario.openTasks());
            String handle = pick(random, List.of("approved", "rejected", "out", "timeout"));
            scenario.onDecision(task.step().toString(), handle, Map.of("n", 1));
            return;
        }
        if (running.isEmpty() || random.nextInt(4) == 0) {
            scenario.onTimer(pick(random, scenario.openTimers()));
            return;
        }
        StepRun run = pick(random, running);
        StepOutcome outcome = pick(
                random,
                List.of(
                        new StepOutcome.Continue("state", CALLS),
                        new StepOutcome.Succeeded(
                                Map.of("n", 1), List.of(pick(random, List.of("out", "other", "odd")))),
                        new StepOutcome.Succeeded(null, null),
                        new StepOutcome.Failed(StepError.passing("test.busy", "Busy")),
                        new StepOutcome.Failed(StepError.permanent("test.failed", "Failed"))));
        scenario.onAnswer(run.id().toString(), run.attempt(), outcome);
    }

    private static List<StepRun> atWork(Scenario scenario) {
        return scenario.state().steps().values().stream()
                .filter(run -> run.status() == StepStatus.RUNNING)
                .filter(run -> !Objects.requireNonNull(
                                scenario.workflow().node(run.id().nodeId()))
                        .isContainer())
                .toList();
    }

    private static List<String> statuses(Scenario scenario) {
        return scenario.state().steps().values().stream()
                .map(run -> run.id() + " " + run.status())
                .sorted()
                .toList();
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** An acyclic graph of up to a dozen steps. */
    private static final class RandomGraph {

        static Graph of(Random random, boolean isWild) {
            int size = 2 + random.nextInt(11);
            Graph graph = Graph.graph();
            for (int i = 0; i < size; i++) {
                addStep(graph, i, random, isWild);
                for (int source = 0; source < i; source++) {
                    if (random.nextInt(3) == 0) {
                        graph.edge("n" + source, handle(random, isWild), "n" + i);
                    }
                }
            }
            return isWild && random.nextBoolean() ? graph.timeout(Duration.ofHours(1)) : graph;
        }

        private static void addStep(Graph graph, int number, Random random, boolean isWild) {
            String id = "n" + number;
            switch (random.nextInt(isWild ? 10 : 7)) {
                case 0 -> graph.step(id, "data.transform", Map.of("value", "{{ $keys(steps)[] }}"));
                case 1 -> graph.step(id, "flow.if", Map.of("condition", "{{ " + random.nextBoolean() + " }}"));
                case 2 -> addContainer(graph, id, random);
                case 3 -> graph.step(id, "flow.wait", Map.of("duration", "PT1M"));
                case 4 ->
                    graph.step(
                            id, "data.validate", Map.of("value", random.nextInt(10), "schema", Map.of("minimum", 5)));
                case 5 -> graph.step(id, "human.approval", Map.of("role", "SALES", "title", "Go on?", "due", "PT1M"));
                case 6 ->
                    graph.step(id, "ai.agent", Map.of("goal", "Go", "tools", List.of("ai.generate"), "maxTurns", 3));
                case 7 -> graph.step(id, "flow.end", Map.of());
                case 8 -> graph.step(id, "human.task", Map.of("role", "SALES", "due", "PT1M"));
                default -> graph.work(id);
            }
            if (isWild) {
                graph.join(id, join(random), random.nextBoolean());
                if (random.nextInt(3) == 0) {
                    graph.undo(id);
                }
                graph.retry(id, new Retry(1 + random.nextInt(3), null, null, null));
                graph.onError(id, random.nextBoolean() ? OnError.CONTINUE : OnError.FAIL);
            }
        }

        /** Two steps inside, one after the other or side by side. */
        private static void addContainer(Graph graph, String id, Random random) {
            switch (random.nextInt(3)) {
                case 0 -> graph.step(id, "flow.foreach", Map.of("items", List.of(1, 2, 3), "parallel", 2));
                case 1 -> graph.step(id, "flow.repeat", Map.of("until", "{{ index = 1 }}", "delay", "PT1M"));
                default -> graph.step(id, "flow.scope", Map.of());
            }
            graph.work(id + "a").step(id + "b", "data.transform", Map.of("value", "{{ $keys(steps)[] }}"));
            graph.inside(id, id + "a", id + "b").undo(id + "a");
            if (random.nextBoolean()) {
                graph.edge(id + "a", pick(random, List.of("out", "error")), id + "b");
            }
        }

        private static String handle(Random random, boolean isWild) {
            return pick(
                    random,
                    isWild
                            ? List.of(
                                    "out", "true", "false", "valid", "invalid", "approved", "timeout", "other", "error")
                            : List.of("out", "true", "false", "valid", "invalid", "timeout"));
        }

        private static Join join(Random random) {
            return pick(random, List.of(Join.ALL, Join.ANY, new Join.AtLeast(2)));
        }
    }

    /** Any input at all, most of them about steps and attempts that are not awaited. */
    private static final class RandomInput {

        static Input of(Random random) {
            Scenario sender = Scenario.execution(Graph.graph());
            StepRunId step = StepRunId.of("n" + random.nextInt(14));
            int attempt = random.nextInt(4) - 1;
            return switch (random.nextInt(10)) {
                case 0 -> new Input.Start(sender.startCommand(Scenario.EXECUTION, nonsense(random)));
                case 1 -> new Input.TimerDue(new TimerKey(pick(random, List.of(TimerKind.values())), step, attempt));
                case 2 -> new Input.TimerDue(new TimerKey(pick(random, List.of(TimerKind.values())), null, attempt));
                case 3 ->
                    random.nextInt(20) > 0
                            ? new Input.TimerDue(TimerKey.retry(step, attempt))
                            : new Input.Cancel(new CancelExecution(
                                    new UUID(2, random.nextInt(3)), Scenario.EXECUTION, null, null));
                case 4 -> new Input.Pause(new PauseExecution(new UUID(3, random.nextInt(9)), Scenario.EXECUTION, null));
                case 5 ->
                    new Input.Resume(new ResumeExecution(new UUID(4, random.nextInt(9)), Scenario.EXECUTION, null));
                case 6 ->
                    new Input.Signal(new SignalStep(
                            new UUID(5, random.nextInt(9)),
                            Scenario.EXECUTION,
                            step,
                            pick(random, List.of("approved", "out", "timeout", "odd")),
                            nonsense(random),
                            null));
                default ->
                    new Input.StepFinished(new StepCompleted(
                            Scenario.EXECUTION,
                            step,
                            attempt,
                            outcome(random),
                            Scenario.BEGINNING,
                            Scenario.BEGINNING,
                            "worker",
                            null));
            };
        }

        private static StepOutcome outcome(Random random) {
            return pick(
                    random,
                    List.of(
                            new StepOutcome.Succeeded(nonsense(random), null),
                            new StepOutcome.Succeeded(nonsense(random), List.of("error", "out", "out")),
                            new StepOutcome.Failed(new StepError(
                                    "x", "y", random.nextBoolean(), Duration.ofSeconds(Long.MAX_VALUE), List.of())),
                            new StepOutcome.Failed(
                                    new StepError("x", "y", true, Duration.ofDays(-1), nonsense(random))),
                            new StepOutcome.Continue(nonsense(random), List.of()),
                            new StepOutcome.Running(),
                            new StepOutcome.Running(Instant.MAX, "late"),
                            new StepOutcome.Running(Instant.MIN, null)));
        }

        private static final String HUGE = "x".repeat(300_000);

        private static Object nonsense(Random random) {
            return pick(
                    random,
                    Stream.of("", 1, Double.NaN, new ArrayList<>(), Map.of("a", List.of(true)), HUGE)
                            .toList());
        }
    }
}
