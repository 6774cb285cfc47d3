package com.automatrix.workflow.definition;

import static com.automatrix.workflow.definition.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.steptype.StepTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoundnessTest {

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    private static final Map<String, Object> TWO = Map.of("join", Map.of("atLeast", 2));

    @Test
    void a_join_of_both_ways_of_a_condition_never_runs() {
        Definitions definition = definition()
                .node("check", "flow.if", Map.of("condition", "{{ input.a }}"))
                .transform("yes", 1)
                .transform("no", 2)
                .node("join", "flow.end", Map.of("output", "{{ [steps.yes.output, steps.no.output] }}"), TWO)
                .edge("check", "true", "yes")
                .edge("check", "false", "no")
                .edge("yes", "join")
                .edge("no", "join");

        assertThat(problems(definition))
                .containsExactly(new Problem(
                        Severity.ERROR,
                        "join.impossible",
                        "join",
                        "/nodes/3/join/atLeast",
                        "The step waits for 2 of its 2 incoming edges, but at most 1 can be taken in one execution, since"
                                + " the branches exclude each other. Lower the number or draw the edges from steps that"
                                + " run together."));
    }

    @Test
    void the_labels_of_a_text_exclude_each_other_and_its_error_excludes_all() {
        Definitions definition = definition()
                .node("sort", "ai.classify", Map.of("text", "{{ input.a }}", "labels", List.of("hot", "cold")))
                .node("join", "flow.end", Map.of(), TWO)
                .edge("sort", "hot", "join")
                .edge("sort", "unsure", "join")
                .edge("sort", "error", "join");

        assertThat(codes(definition)).containsExactly("join.impossible");
    }

    @Test
    void several_cases_of_a_switch_may_hold_but_none_together_with_the_default() {
        Map<String, Object> cases = Map.of(
                "cases",
                List.of(
                        Map.of("handle", "a", "when", "{{ input.a }}"),
                        Map.of("handle", "b", "when", "{{ input.b }}")));

        assertThat(codes(definition()
                        .node("switch", "flow.switch", cases)
                        .node("join", "flow.end", Map.of(), TWO)
                        .edge("switch", "a", "join")
                        .edge("switch", "b", "join")))
                .isEmpty();
        assertThat(codes(definition()
                        .node("switch", "flow.switch", cases)
                        .node("join", "flow.end", Map.of(), TWO)
                        .edge("switch", "a", "join")
                        .edge("switch", "default", "join")))
                .containsExactly("join.impossible");
    }

    @Test
    void a_step_either_works_or_fails() {
        Definitions definition = definition()
                .transform("a", 1)
                .node("join", "flow.end", Map.of("output", "{{ steps.a.output }}"), TWO)
                .edge("a", "out", "join")
                .edge("a", "error", "join");

        assertThat(codes(definition)).containsExactly("join.impossible");
    }

    @Test
    void what_excludes_each_other_far_before_still_does() {
        Definitions definition = definition()
                .node("check", "flow.if", Map.of("condition", "{{ input.a }}"))
                .transform("yes", 1)
                .transform("no", 1)
                .transform("yesToo", 1)
                .transform("either", 1)
                .node("join", "flow.end", Map.of(), Map.of("join", Map.of("atLeast", 3)))
                .edge("check", "true", "yes")
                .edge("check", "true", "yesToo")
                .edge("check", "false", "no")
                .edge("yes", "either")
                .edge("no", "either")
                .edge("yesToo", "join")
                .edge("either", "join")
                .edge("no", "join");

        assertThat(VALIDATOR.problems(definition.tree()))
                .filteredOn("code", "join.impossible")
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("at most 2 can be taken");
    }

    @Test
    void a_condition_that_was_just_denied_never_holds() {
        Definitions definition = definition()
                .node("first", "flow.if", Map.of("condition", "{{ input.a = 1 }}"))
                .node("again", "flow.if", Map.of("condition", "{{ input.a = 1 }}"))
                .transform("never", 1)
                .transform("after", "{{ steps.never.output }}")
                .edge("first", "false", "again")
                .edge("again", "true", "never")
                .edge("never", "after");

        assertThat(problems(definition))
                .extracting(Problem::severity, Problem::code, Problem::nodeId)
                .containsExactly(tuple(Severity.WARNING, "graph.never-runs", "never"));
    }

    @Test
    void a_condition_that_asks_for_the_time_or_may_see_more_later_can_change() {
        Definitions clock = definition()
                .node("first", "flow.if", Map.of("condition", "{{ $now() > input.a }}"))
                .node("again", "flow.if", Map.of("condition", "{{ $now() > input.a }}"))
                .transform("later", 1)
                .edge("first", "false", "again")
                .edge("again", "true", "later");
        Definitions early = definition()
                .transform("slow", 1)
                .transform("fast", 1)
                .node("first", "flow.if", Map.of("condition", "{{ steps.slow.output }}"), Map.of("join", "ANY"))
                .node("again", "flow.if", Map.of("condition", "{{ steps.slow.output }}"))
                .transform("later", "{{ steps.fast.output }}")
                .edge("slow", "first")
                .edge("fast", "first")
                .edge("first", "false", "again")
                .edge("again", "true", "later");

        assertThat(codes(clock)).isEmpty();
        assertThat(codes(early)).isEmpty();
    }

    @Test
    void joins_within_a_container_are_looked_at_too() {
        Map<String, Object> inside = Map.of("parent", "each");
        Definitions definition = definition()
                .node("each", "flow.foreach", Map.of("items", "{{ input.list }}"))
                .node("check", "flow.if", Map.of("condition", "{{ item.a }}"), inside)
                .node(
                        "join",
                        "data.transform",
                        Map.of("value", 1),
                        Map.of("parent", "each", "join", Map.of("atLeast", 2)))
                .edge("check", "true", "join")
                .edge("check", "false", "join");

        assertThat(codes(definition)).containsExactly("join.impossible");
    }

    @Test
    void a_wait_for_an_event_ends_by_a_timeout_somewhere() {
        Map<String, Object> wait = Map.of(
                "correlation",
                Map.of(
                        "eventType",
                        "com.automatrix.message.inbound.v1",
                        "event",
                        "{{ input.threadId }}",
                        "value",
                        "{{ input.a }}"));

        assertThat(codes(definition().node("wait", "flow.waitForEvent", wait))).containsExactly("wait.endless");
        assertThat(codes(definition().node("wait", "flow.waitForEvent", wait).setting("timeout", "P1D")))
                .isEmpty();
        assertThat(codes(definition().node("wait", "flow.waitForEvent", wait, Map.of("timeout", "P1D"))))
                .isEmpty();
        assertThat(codes(definition()
                        .node("scope", "flow.scope", Map.of(), Map.of("timeout", "P1D"))
                        .node("wait", "flow.waitForEvent", wait, Map.of("parent", "scope"))))
                .isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** The conditions against what happens when every combination of answers is played through. */
    @ParameterizedTest
    @MethodSource("seeds")
    void the_conditions_are_those_that_all_combinations_give(int seed) {
        Random random = new Random(seed);
        Definitions definition = definition();
        int steps = 9;
        for (int step = 0; step < steps; step++) {
            Map<String, Object> join = Map.of("join", Map.of("atLeast", 1 + random.nextInt(2)));
            definition.node(
                    "s" + step, "flow.if", Map.of("condition", "{{ input.a%d }}".formatted(random.nextInt(6))), join);
            Set<String> edges = new TreeSet<>();
            for (int edge = 0; step > 0 && edge < 2; edge++) {
                edges.add("s%d %s".formatted(random.nextInt(step), random.nextBoolean()));
            }
            for (String edge : edges) {
                definition.edge(edge.split(" ", -1)[0], edge.split(" ", -1)[1], "s" + step);
            }
        }
        Draft draft = Draft.of(definition.tree());
        Examined examined = Examined.of(draft, StepTypes.builtIn(), Optional.empty(), new KnownHosts(List.of()));

        for (DraftNode node : draft.nodes()) {
            int edges = examined.graph().edgesTo(node.id()).size();
            assertThat(examined.conditions().canRun(node.id()))
                    .as("s%s can run", node.id())
                    .isEqualTo(IntStream.range(0, 64).anyMatch(answers -> runs(node, answers, examined)));
            assertThat(examined.conditions().mostTaken(node.id(), edges))
                    .isEqualTo(IntStream.range(0, 64)
                            .map(answers -> taken(node, answers, examined))
                            .max()
                            .orElseThrow());
        }
    }

    private static boolean runs(DraftNode node, int answers, Examined examined) {
        return examined.graph().edgesTo(node.id()).isEmpty() || taken(node, answers, examined) >= node.atLeast();
    }

    private static int taken(DraftNode node, int answers, Examined examined) {
        return (int) examined.graph().edgesTo(node.id()).stream()
                .filter(edge -> {
                    DraftNode source = Objects.requireNonNull(examined.draft().node(edge.source()));
                    int question =
                            String.valueOf(source.config().get("condition")).charAt(10) - '0';
                    boolean answer = (answers >> question & 1) == 1;
                    return edge.handle().equals(String.valueOf(answer)) && runs(source, answers, examined);
                })
                .count();
    }

    @Test
    void a_graph_that_is_too_tangled_to_be_proven_wrong_is_let_through() {
        Random random = new Random(1);
        Definitions definition = definition();
        for (int step = 0; step < 80; step++) {
            definition.node("if" + step, "flow.if", Map.of("condition", "{{ input.a%d }}".formatted(step)));
        }
        for (int step = 0; step < 80; step++) {
            definition.node("join" + step, "data.transform", Map.of("value", 1), Map.of("join", Map.of("atLeast", 25)));
            for (int source = 0; source < 80; source++) {
                definition.edge("if" + source, String.valueOf(random.nextBoolean()), "join" + step);
            }
            definition.edge("join" + step, "end");
        }
        definition.node("end", "flow.end", Map.of(), Map.of("join", Map.of("atLeast", 40)));

        assertThat(codes(definition)).doesNotContain("join.impossible", "graph.never-runs");
    }

    private static List<Problem> problems(Definitions definition) {
        return VALIDATOR.problems(definition.tree());
    }

    private static List<String> codes(Definitions definition) {
        return problems(definition).stream().map(Problem::code).toList();
    }
}
