package com.automatrix.workflow.definition;

import static com.automatrix.workflow.definition.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.steptype.StepTypes;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class InputTest {

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    @Test
    void what_the_input_requires_is_in_the_event() {
        Definitions definition =
                definition().startedBy("lead.received").input("""
                        {"type": "object", "required": ["leadId", "persons", "person"], "properties": {"person":
                          {"type": "object", "required": ["firstName", "shoeSize"], "properties": {"firstName": {"type": "integer"}}}}}""").transform("a", 1);

        assertThat(VALIDATOR.problems(definition.tree()))
                .extracting(Problem::severity, Problem::pointer, Problem::message)
                .containsExactlyInAnyOrder(
                        tuple(
                                Severity.WARNING,
                                "/triggers/0/eventType",
                                "The input schema requires \"persons\", which the data of trigger \"start\" does not have."
                                        + " Did you mean \"person\"? Require it no longer, or take another event."),
                        tuple(
                                Severity.WARNING,
                                "/triggers/0/eventType",
                                "The input schema requires \"person.shoeSize\", which the data of trigger \"start\" does not"
                                        + " have. Require it no longer, or take another event."),
                        tuple(
                                Severity.WARNING,
                                "/triggers/0/eventType",
                                "The input schema requires \"person.firstName\" to be of type integer, but the data of trigger"
                                        + " \"start\" has type string there. Change the type or the trigger."));
    }

    @Test
    void a_field_that_looks_like_a_slip_of_the_pen_gets_a_hint() {
        Definitions definition = definition()
                .startedBy("lead.received")
                .transform("a", "{{ input.coments & input.person.emails[0].valeu & input.favouriteColour }}");

        assertThat(fields(definition))
                .containsExactly(
                        tuple(
                                Severity.HINT,
                                "/nodes/0/config/value",
                                "The input has no field input.coments as far as its"
                                        + " schema says. Did you mean \"comments\"?"),
                        tuple(
                                Severity.HINT,
                                "/nodes/0/config/value",
                                "The input has no field input.person.emails.valeu as"
                                        + " far as its schema says. Did you mean \"value\"?"));
    }

    @Test
    void a_field_that_a_closed_schema_does_not_have_gets_a_warning() {
        Definitions definition = definition()
                .input("{\"type\": \"object\", \"properties\": {\"a\": {}}, \"additionalProperties\": false}")
                .transform("x", "{{ input.a.anything & input.somethingElse }}")
                .setting("businessKeys", Map.of("key", "{{ input.another }}"));

        assertThat(fields(definition))
                .extracting(
                        field -> field.toList().get(0), field -> field.toList().get(1))
                .containsExactly(
                        tuple(Severity.WARNING, "/settings/businessKeys/key"),
                        tuple(Severity.WARNING, "/nodes/0/config/value"));
    }

    @Test
    void a_filter_and_a_wait_see_their_own_event() {
        Definitions definition = definition()
                .input("{\"type\": \"object\", \"properties\": {\"threadIds\": {}}}")
                .trigger(Map.of(
                        "id", "m",
                        "type", "event",
                        "eventType", "com.automatrix.message.inbound.v1",
                        "filter", "{{ input.txt = 'STOP' }}"))
                .node(
                        "wait",
                        "flow.waitForEvent",
                        Map.of(
                                "timeout", "P1D",
                                "filter", "{{ input.channel = 'SMS' }}",
                                "correlation",
                                        Map.of(
                                                "eventType", "com.automatrix.message.inbound.v1",
                                                "event", "{{ input.threadIdd }}",
                                                "value", "{{ input.threadIds }}")));

        assertThat(fields(definition))
                .extracting(field -> field.toList().get(1))
                .containsExactly("/triggers/0/filter", "/nodes/0/config/correlation/event");
    }

    @Test
    void what_can_be_anything_is_not_judged() {
        assertThat(fields(definition().transform("a", "{{ input.coments }}"))).isEmpty();
        assertThat(fields(definition()
                        .input("{\"type\": \"object\", \"required\": [\"comments\"]}")
                        .transform("a", "{{ input.coments }}")))
                .isEmpty();
    }

    @Test
    void an_output_that_nobody_reads_gets_a_hint() {
        Definitions definition = definition()
                .transform("unused", "{{ input.a }}")
                .transform("marks", "a way")
                .transform("used", 2)
                .node("write", "data.table", Map.of("table", "t", "operation", "UPSERT", "key", "k", "row", Map.of()))
                .transform("last", "{{ steps.used.output }}")
                .edge("unused", "marks")
                .edge("marks", "used")
                .edge("used", "write")
                .edge("write", "last");

        assertThat(VALIDATOR.problems(definition.tree()))
                .extracting(Problem::severity, Problem::code, Problem::nodeId)
                .containsExactly(tuple(Severity.HINT, "output.unused", "unused"));
    }

    @Test
    void the_last_step_of_a_container_gives_its_output_unless_the_container_has_one() {
        Map<String, Object> inside = Map.of("parent", "scope");

        assertThat(codes(definition()
                        .node("scope", "flow.scope", Map.of())
                        .node("in", "data.transform", Map.of("value", "{{ input.a }}"), inside)))
                .isEmpty();
        assertThat(codes(definition()
                        .node("scope", "flow.scope", Map.of("output", 1))
                        .node("in", "data.transform", Map.of("value", "{{ input.a }}"), inside)))
                .containsExactly("output.unused");
    }

    @Test
    void who_reads_all_steps_reads_each() {
        assertThat(codes(definition()
                        .transform("a", 1)
                        .transform("b", "{{ $lookup(steps, input.name).output }}")
                        .edge("a", "b")))
                .isEmpty();
    }

    @Test
    void a_secret_stands_neither_in_a_shown_field_nor_in_the_definition() {
        Definitions definition = definition()
                .node(
                        "ask",
                        "http.request",
                        Map.of(
                                "method", "GET",
                                "url", "https://crm.example.test/?key={{ secrets.crm }}",
                                "headers", Map.of("X-Api-Key", "4711"),
                                "credential", "crm"));

        assertThat(VALIDATOR.problems(definition.tree()))
                .filteredOn(problem -> problem.code().startsWith("secret."))
                .extracting(Problem::severity, Problem::code, Problem::pointer)
                .containsExactlyInAnyOrder(
                        tuple(Severity.ERROR, "secret.misplaced", "/nodes/0/config/url"),
                        tuple(Severity.WARNING, "secret.in-clear", "/nodes/0/config/headers/X-Api-Key"));
    }

    private static List<String> codes(Definitions definition) {
        return VALIDATOR.problems(definition.tree()).stream().map(Problem::code).toList();
    }

    private static List<Tuple> fields(Definitions definition) {
        return VALIDATOR.problems(definition.tree()).stream()
                .filter(problem -> problem.code().equals("expression.unknown-field"))
                .map(problem -> tuple(problem.severity(), problem.pointer(), problem.message()))
                .toList();
    }
}
