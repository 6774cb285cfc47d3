package com.automatrix.workflow.definition;

import static com.automatrix.workflow.definition.Definitions.definition;
import static com.automatrix.workflow.definition.Definitions.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.definition.CalledWorkflows.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class DefinitionValidatorTest {

    private static final Logger log = LoggerFactory.getLogger(DefinitionValidatorTest.class);

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    @Test
    void a_sound_definition_has_no_problem() {
        Map<String, Object> sound = definition()
                .trigger(Map.of(
                        "id", "lead",
                        "type", "event",
                        "eventType", "com.automatrix.lead.received.v1",
                        "filter", "{{ input.leadType = 'SALES' and event.source != 'test' }}"))
                .transform("read", "{{ input.comments }}")
                .node("isLong", "flow.if", Map.of("condition", "{{ $length(steps.read.output) > 10 }}"))
                .transform("long", Map.of("text", "{{ steps.read.output }}", "store", "{{ vars.name }}"))
                .edge("read", "isLong")
                .edge("isLong", "true", "long")
                .setting("timeout", "PT1H")
                .tree();

        assertThat(VALIDATOR.problems(sound)).isEmpty();
    }

    @Test
    void a_problem_names_the_node_the_place_and_the_mend() {
        Map<String, Object> broken = definition()
                .transform("classify", 1)
                .transform("answer", "{{ steps.clasify.output }}")
                .edge("classify", "answer")
                .tree();

        assertThat(VALIDATOR.problems(broken))
                .containsExactly(new Problem(
                        Severity.ERROR,
                        "expression.unknown-step",
                        "answer",
                        "/nodes/1/config/value",
                        "The expression refers to step \"clasify\", which does not exist. Did you mean \"classify\"?"));
    }

    @Test
    void a_schema_problem_does_not_hide_the_graphs_problems() {
        Map<String, Object> broken = read("""
            {"specVersion": "1", "colour": "red",
             "nodes": [{"id": "a", "type": "data.transform", "config": {"value": 1}, "timeout": 5}],
             "edges": [{"source": "a", "target": "b"}]}\
            """);

        assertThat(VALIDATOR.problems(broken))
                .extracting(Problem::code, Problem::nodeId, Problem::pointer)
                .contains(
                        tuple("definition.unknown-field", null, "/colour"),
                        tuple("definition.wrong-type", "a", "/nodes/0/timeout"),
                        tuple("graph.unknown-target", "a", "/edges/0/target"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "5",
                "{\"nodes\": 1, \"edges\": {}, \"triggers\": \"x\", \"settings\": []}",
                "{\"nodes\": [1, null, {}, {\"id\": 1}], \"edges\": [null, {\"source\": 1}], \"triggers\": [null, 1,"
                        + " {}]}",
                "{\"nodes\": [{\"id\": \"a\", \"type\": \"flow.if\", \"config\": null, \"retry\": 1, \"compensation\":"
                        + " 1}], \"edges\": []}"
            })
    void a_definition_of_any_shape_is_answered_with_problems(String json) {
        Object tree = ContractJson.events().readValue(json, Object.class);

        assertThat(VALIDATOR.problems(tree))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    @Test
    void the_error_of_an_expression_that_does_not_parse_says_why() {
        Map<String, Object> broken = definition()
                .transform("a", "{{ $sum( }}")
                .transform("b", "{{ }}")
                .transform("c", "{{ input")
                .tree();

        List<Problem> problems = VALIDATOR.problems(broken);

        assertThat(problems).extracting(Problem::code).containsOnly("expression.syntax");
        assertThat(problems).extracting(Problem::nodeId).containsExactly("a", "b", "c");
        assertThat(problems.getFirst().message()).startsWith("The expression \"$sum(\" cannot be read: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$random()", "$map(input.list, $shuffle)", "input.list.$eval(text)", "(input.a; $eval(input.b))"
            })
    void a_function_that_the_engine_refuses_is_refused(String expression) {
        assertThat(codesOf(expression)).containsExactly("expression.function-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($random := 5; $random)",
                "function($a, $eval) { $eval }(1, 2)",
                "input.list#$shuffle.{\"at\": $shuffle}",
                "'$random()' & /* $eval */ input.`$shuffle`"
            })
    void a_name_of_ones_own_is_no_refused_function(String expression) {
        assertThat(codesOf(expression)).isEmpty();
    }

    @Test
    void a_refused_function_is_named() {
        assertThat(problemsOf("$random()"))
                .extracting(Problem::message)
                .containsExactly("Expected an expression that always gives the same value, but $random is not allowed."
                        + " Remove it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$match(input.a, /(?=a)b/)",
                "$match(input.a, /(?<!a)b/i)",
                "$match(input.a, /(a)\\1/)",
                "$contains(input.a, /a{1001}/)",
                "$contains(input.a, /(a{40}){40}/)"
            })
    void a_regular_expression_that_the_engine_cannot_run_is_refused(String expression) {
        assertThat(codesOf(expression)).containsExactly("expression.regex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$match(input.a, /a\\/b[/]+/im)",
                "$replace(input.a, /(?P<year>\\d{4})-(\\d+)/, '$1')",
                "$contains(input.a, /a{1000}/)",
                "input.a / input.b / 2"
            })
    void a_regular_expression_of_re2_is_accepted(String expression) {
        assertThat(codesOf(expression)).isEmpty();
    }

    @Test
    void an_expression_has_at_most_16_ki_characters() {
        String quoted = "'%s'".formatted("x".repeat(16 * 1024 - 2));

        assertThat(codesOf(quoted)).isEmpty();
        assertThat(codesOf(quoted + " ")).containsExactly("expression.too-long");
    }

    @Test
    void an_expression_that_nests_too_deep_to_be_read_is_refused() {
        assertThat(codesOf("(".repeat(8_000) + "1" + ")".repeat(8_000))).containsExactly("expression.too-deep");
    }

    @Test
    void the_names_of_the_engine_are_reserved() {
        assertThat(codesOf("($__evaluate_entry := 1; 2)")).containsExactly("expression.syntax");
    }

    private static List<String> codesOf(String expression) {
        return problemsOf(expression).stream().map(Problem::code).toList();
    }

    private static List<Problem> problemsOf(String expression) {
        return VALIDATOR.problems(
                definition().transform("a", "{{" + expression + "}}").tree());
    }

    @Test
    void a_dash_in_an_id_needs_back_quotes_and_the_message_says_so() {
        Map<String, Object> broken = definition()
                .transform("web-lead", 1)
                .transform("after", "{{ steps.web-lead.output }}")
                .edge("web-lead", "after")
                .tree();

        assertThat(VALIDATOR.problems(broken))
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message)
                        .contains("Write steps.`web-lead`: without the back quotes the dash is a minus."));
    }

    @Test
    void a_loop_shows_its_names_and_children_only_inside() {
        Map<String, Object> loop = definition()
                .node("each", "flow.foreach", Map.of("items", "{{ input.list }}", "output", "{{ steps.in.output }}"))
                .node("in", "data.transform", Map.of("value", "{{ item & index }}"), Map.of("parent", "each"))
                .node("after", "data.transform", Map.of("value", "{{ steps.in.output & item }}"))
                .edge("each", "after")
                .tree();

        assertThat(VALIDATOR.problems(loop))
                .extracting(Problem::code, Problem::nodeId)
                .containsExactlyInAnyOrder(
                        tuple("expression.unknown-name", "after"), tuple("expression.not-upstream", "after"));
    }

    @Test
    void a_child_sees_what_runs_before_its_container() {
        Map<String, Object> loop = definition()
                .transform("before", 1)
                .node("each", "flow.foreach", Map.of("items", "{{ steps.before.output }}"))
                .node("in", "data.transform", Map.of("value", "{{ steps.before.output }}"), Map.of("parent", "each"))
                .edge("before", "each")
                .tree();

        assertThat(VALIDATOR.problems(loop)).isEmpty();
    }

    @Test
    void a_container_is_never_tried_again_as_a_whole() {
        Map<String, Object> loop = definition()
                .node("group", "flow.scope", Map.of(), Map.of("retry", Map.of("maxAttempts", 2)))
                .node("in", "data.transform", Map.of("value", 1), Map.of("parent", "group"))
                .tree();

        assertThat(VALIDATOR.problems(loop))
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(tuple("feature.unavailable", "/nodes/0/retry"));
    }

    @Test
    void a_compensation_sees_the_step_that_it_undoes() {
        Map<String, Object> undone = definition()
                .node(
                        "a",
                        "data.transform",
                        Map.of("value", 1),
                        Map.of(
                                "compensation",
                                Map.of("type", "ai.generate", "config", Map.of("prompt", "{{ steps.a.output }}"))))
                .tree();

        assertThat(VALIDATOR.problems(undone)).isEmpty();
    }

    @Test
    void the_handles_that_a_config_names_exist_and_others_do_not() {
        Map<String, Object> branches = definition()
                .node(
                        "route",
                        "flow.switch",
                        Map.of("cases", List.of(Map.of("handle", "sales", "when", "{{ input.a }}"))))
                .transform("x", 1)
                .edge("route", "sales", "x")
                .edge("route", "default", "x")
                .edge("route", "saless", "x")
                .edge("route", "x")
                .tree();

        assertThat(VALIDATOR.problems(branches))
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(
                        tuple("graph.unknown-handle", "/edges/2/sourceHandle"),
                        tuple("graph.unknown-handle", "/edges/3/sourceHandle"));
        assertThat(VALIDATOR.problems(branches).getFirst().message())
                .isEqualTo("Step \"route\" has no handle \"saless\". It has \"sales\", \"default\"."
                        + " Did you mean \"sales\"?");
    }

    @Test
    void a_config_may_hold_an_expression_where_another_type_is_asked_for() {
        Map<String, Object> definition = definition()
                .node("a", "ai.generate", Map.of("prompt", "Write.", "maxTokens", "{{ input.max }}"))
                .node("b", "ai.generate", Map.of("prompt", "Write.", "maxTokens", "at most {{ input.max }}"))
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(tuple("config.invalid", "/nodes/1/config/maxTokens"));
    }

    @Test
    void lengths_of_time_must_make_sense() {
        Map<String, Object> definition = definition()
                .trigger(Map.of("id", "often", "type", "schedule", "every", "PT5S"))
                .trigger(Map.of("id", "mars", "type", "schedule", "every", "PT5M", "timeZone", "Mars/Olympus"))
                .node(
                        "a",
                        "data.transform",
                        Map.of("value", 1),
                        Map.of("timeout", "PT0S", "retry", Map.of("initialInterval", "PT1M", "maxInterval", "PT1S")))
                .node("b", "data.transform", Map.of("value", 1), Map.of("timeout", "PT2H"))
                .setting("timeout", "PT1H")
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::code, Problem::severity, Problem::pointer)
                .containsExactly(
                        tuple("definition.out-of-range", Severity.ERROR, "/nodes/0/timeout"),
                        tuple("definition.out-of-range", Severity.ERROR, "/nodes/0/retry/initialInterval"),
                        tuple("definition.out-of-range", Severity.WARNING, "/nodes/1/timeout"),
                        tuple("definition.out-of-range", Severity.ERROR, "/triggers/0/every"),
                        tuple("definition.wrong-format", Severity.ERROR, "/triggers/1/timeZone"));
    }

    @Test
    void a_cron_expression_is_told_field_by_field_what_is_wrong_with_it() {
        Map<String, Object> definition = definition()
                .trigger(Map.of("id", "five", "type", "schedule", "cron", "30 8 * * MON-FRI", "businessDays", true))
                .trigger(Map.of("id", "six", "type", "schedule", "cron", "15 30 8 L * *"))
                .trigger(Map.of("id", "hour", "type", "schedule", "cron", "0 25 * * *"))
                .trigger(Map.of("id", "never", "type", "schedule", "cron", "0 8 31 2 *"))
                .trigger(Map.of("id", "seconds", "type", "schedule", "cron", "*/10 * * * * *"))
                .transform("a", "text")
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::code, Problem::severity, Problem::pointer, Problem::message)
                .containsExactly(
                        tuple(
                                "schedule.unreadable-cron",
                                Severity.ERROR,
                                "/triggers/2/cron",
                                "Expected the hour to be 0 to 23, a list, a range or *, but it is \"25\"."),
                        tuple(
                                "schedule.unreadable-cron",
                                Severity.ERROR,
                                "/triggers/3/cron",
                                "Expected a day that exists, but \"0 8 31 2 *\" never comes."),
                        tuple(
                                "definition.out-of-range",
                                Severity.ERROR,
                                "/triggers/4/cron",
                                "A schedule starts at most once a minute, but this one more often. Write one number"
                                        + " for the second, or leave it out."));
    }

    @Test
    void what_the_engine_does_not_run_yet_is_not_published() {
        Map<String, Object> definition = definition()
                .trigger(Map.of("id", "crm", "type", "webhook", "filter", "{{ secrets.crm = input.key }}"))
                .transform("a", "Key {{ $.secrets.crm }}")
                .tree();

        List<Problem> problems = VALIDATOR.problems(definition);

        assertThat(problems)
                .extracting(Problem::severity, Problem::code, Problem::nodeId, Problem::pointer)
                .containsExactly(
                        tuple(Severity.ERROR, "feature.unavailable", null, "/triggers/0/filter"),
                        tuple(Severity.ERROR, "feature.unavailable", "a", "/nodes/0/config/value"),
                        tuple(Severity.ERROR, "secret.misplaced", "a", "/nodes/0/config/value"));
        assertThat(problems)
                .filteredOn("code", "feature.unavailable")
                .extracting(Problem::message)
                .allSatisfy(
                        message -> assertThat(message).matches("Expected .+, but .+ cannot run yet\\. Remove it\\."));
    }

    @Test
    void a_compensation_is_run_by_a_worker_or_calls_a_workflow() {
        Map<String, Object> call = Map.of("workflowId", "01920000-0000-7000-8000-000000000001");
        Map<String, Object> definition = definition()
                .node(
                        "a",
                        "data.transform",
                        Map.of("value", 1),
                        Map.of("compensation", Map.of("type", "data.transform", "config", Map.of("value", 2))))
                .node(
                        "b",
                        "data.transform",
                        Map.of("value", 1),
                        Map.of("compensation", Map.of("type", "flow.call", "config", call)))
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(tuple("feature.unavailable", "/nodes/0/compensation/type"));
    }

    @Test
    void business_keys_may_be_published() {
        Map<String, Object> definition = definition()
                .transform("secrets", "{{ input.secrets.crm & 'secrets.crm' }}")
                .transform("b", "{{ steps.secrets.output }}")
                .edge("secrets", "b")
                .setting("businessKeys", Map.of("lead", "{{ input.leadId }}"))
                .tree();

        assertThat(VALIDATOR.problems(definition)).isEmpty();
    }

    @Test
    void a_business_key_sees_what_is_there_before_the_first_step() {
        Map<String, Object> definition = definition()
                .transform("a", 1)
                .setting("businessKeys", Map.of("lead", "{{ steps.a.output }}"))
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::severity, Problem::pointer)
                .containsExactly(tuple(Severity.ERROR, "/settings/businessKeys/lead"));
    }

    @Test
    void a_condition_without_braces_is_a_text_and_the_editor_says_so() {
        Map<String, Object> definition = definition()
                .trigger(Map.of(
                        "id", "lead",
                        "type", "event",
                        "eventType", "com.automatrix.lead.received.v1",
                        "filter", "input.leadType = 'SALES'"))
                .node("a", "flow.if", Map.of("condition", "input.open"))
                .node("b", "flow.switch", Map.of("cases", List.of(Map.of("handle", "x", "when", "true"))))
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::severity, Problem::code, Problem::pointer)
                .containsExactly(
                        tuple(Severity.WARNING, "expression.fixed", "/nodes/0/config/condition"),
                        tuple(Severity.WARNING, "expression.fixed", "/nodes/1/config/cases/0/when"),
                        tuple(Severity.WARNING, "expression.fixed", "/triggers/0/filter"));
    }

    @Test
    void a_type_that_cannot_be_executed_yet_is_kept_as_a_draft() {
        StepType soon = new StepType(
                "acme.soon",
                "external",
                "Soon",
                "",
                "box",
                "acme",
                Map.of(),
                Map.of(),
                List.of("out"),
                null,
                Map.of(),
                false);

        assertThat(new DefinitionValidator(StepTypes.of(List.of(soon)))
                        .problems(definition().node("a", "acme.soon", Map.of()).tree()))
                .extracting(Problem::code)
                .contains("step-type.unavailable");
    }

    @Test
    void an_event_type_that_the_dealer_registered_may_start_a_workflow() {
        Map<String, Object> definition = definition()
                .trigger(Map.of("id", "own", "type", "event", "eventType", "com.lakeside.carwash.done.v1"))
                .transform("a", 1)
                .tree();

        assertThat(new DefinitionValidator(
                                StepTypes::builtIn,
                                () -> List.of("com.lakeside.carwash.done.v1"),
                                Optional::empty,
                                List::of,
                                _ -> Found.PUBLISHED)
                        .problems(definition))
                .isEmpty();
    }

    @Test
    void the_expressions_of_a_webhook_see_the_request() {
        Map<String, Object> definition = definition()
                .trigger(Map.of(
                        "id", "crm",
                        "type", "webhook",
                        "mapping", "{{ request.body.lead }}",
                        "idempotencyKey", "{{ input.id }}",
                        "filter", "{{ request.query.kind = 'lead' and input.open }}"))
                .transform("a", 1)
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(tuple("expression.unknown-name", "/triggers/0/idempotencyKey"));
    }

    @Test
    void an_event_type_that_is_not_in_the_catalogue_starts_nothing() {
        Map<String, Object> definition = definition()
                .trigger(Map.of("id", "typo", "type", "event", "eventType", "com.automatrix.lead.recieved.v1"))
                .trigger(Map.of("id", "own", "type", "event", "eventType", "com.lakeside.carwash.done.v1"))
                .transform("a", 1)
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::severity, Problem::code, Problem::pointer)
                .containsExactly(
                        tuple(Severity.ERROR, "event.unknown-type", "/triggers/0/eventType"),
                        tuple(Severity.ERROR, "event.unknown-type", "/triggers/1/eventType"));
        assertThat(VALIDATOR.problems(definition).getFirst().message())
                .isEqualTo("There is no event type \"com.automatrix.lead.recieved.v1\" in the catalogue."
                        + " Did you mean \"com.automatrix.lead.received.v1\"?"
                        + " Choose one of the catalogue, or register your own.");
    }

    @Test
    void a_filter_sees_only_the_event() {
        Map<String, Object> definition = definition()
                .trigger(Map.of(
                        "id", "lead",
                        "type", "event",
                        "eventType", "com.automatrix.lead.received.v1",
                        "filter", "{{ input.dealerId = vars.name }}"))
                .transform("a", "{{ vars.name }}")
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .extracting(Problem::code, Problem::pointer, Problem::message)
                .containsExactly(tuple(
                        "expression.unknown-name",
                        "/triggers/0/filter",
                        "The expression refers to \"vars\", which is not there at this place. It can use"
                                + " event, input."));
    }

    @Test
    void a_definition_of_300_steps_is_judged() {
        Map<String, Object> large = large(300);
        assertThat(VALIDATOR.problems(large)).isEmpty();

        long fastest = IntStream.range(0, 20)
                .mapToLong(round -> {
                    long start = System.nanoTime();
                    VALIDATOR.problems(large);
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();

        log.info("definition judged steps=300 fastestMicros={}", fastest / 1_000);
    }

    private static Map<String, Object> large(int steps) {
        Definitions definition = definition().transform("s0", "{{ input.comments }}");
        for (int index = 1; index < steps; index++) {
            int before = index - 1;
            definition
                    .node(
                            "s" + index,
                            "data.transform",
                            Map.of(
                                    "value",
                                    Map.of(
                                            "text",
                                            "Hello {{ input.person.firstName & steps.s%d.output.text }}"
                                                    .formatted(before),
                                            "sum",
                                            "{{ $sum(input.lines[price > 10].price) + " + index + " }}")))
                    .edge("s" + before, "s" + index);
            if (index > 10) {
                definition.edge("s" + (index - 10), "s" + index);
            }
        }
        return definition.tree();
    }
}
