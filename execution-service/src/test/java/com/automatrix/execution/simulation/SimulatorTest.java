package com.automatrix.execution.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.contracts.testcase.TestCase;
import com.automatrix.execution.expression.JsonataExpressions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatorTest {

    private static final SchemaCheck SCHEMAS = new SchemaCheck();
    private static final Simulator SIMULATOR =
            new Simulator(new JsonataExpressions(), SCHEMAS, StepTypes.builtIn()::find);

    /** Asks every two days for a month until the customer answers, and calls if they do not. */
    private static final String CADENCE = """
        {"specVersion": "1",
         "input": {"type": "object", "required": ["person"], "properties": {"person": {"type": "string"}}},
         "triggers": [{"id": "lead", "type": "event", "eventType": "com.automatrix.lead.received.v1",
                       "filter": "{{ input.person != 'robot' }}"}],
         "nodes": [
           {"id": "again", "type": "flow.repeat",
            "config": {"until": "{{ steps.answer.output.data.text != '' }}", "maxIterations": 15}},
           {"id": "ask", "type": "email.send", "parent": "again",
            "config": {"to": "{{ input.person }}", "subject": "{{ vars.storeName }}", "body": "Still looking?"}},
           {"id": "answer", "type": "flow.waitForEvent", "parent": "again",
            "config": {"correlation": {"eventType": "com.automatrix.message.inbound.v1",
                                       "event": "{{ input.from }}", "value": "{{ input.person }}"},
                       "timeout": "P2D"}},
           {"id": "call", "type": "human.task", "config": {"role": "SALES", "title": "Call", "due": "PT1H"}}],
         "edges": [{"source": "ask", "target": "answer"},
                   {"source": "again", "sourceHandle": "error", "target": "call"}]}\
        """;

    @Test
    void an_agent_is_answered_as_a_whole() {
        TestResult result = run("""
                 {"specVersion": "1", "nodes": [
                    {"id": "agent", "type": "ai.agent", "config": {"goal": "Find it", "tools": ["http.request"]}}],
                  "edges": []}\
                 """, """
                 {"name": "Found", "mocks": {"agent": [{"output": {"result": "here", "turns": 2}}]},
                  "expect": {"status": "COMPLETED", "path": ["agent"],
                             "outputs": {"agent": {"result": "here", "turns": 2}}}}\
                 """);

        assertThat(result.failures()).isEmpty();
    }

    @Test
    void a_month_passes_at_once_and_nobody_answers() {
        TestResult result = run(CADENCE, """
            {"name": "Silent", "trigger": "lead", "startsAt": "2026-03-02T10:00:00Z", "input": {"person": "p-1"},
             "vars": {"storeName": "Smith Cars"},
             "mocks": {"ask": [{"output": {"messageId": "m-1"}}],
                       "call": [{"output": {"by": "ann"}, "handle": "out", "after": "PT50M"}]},
             "expect": {"path": ["again", "ask", "answer", "call"]}}\
            """);

        assertThat(result.failures()).isEmpty();
        assertThat(result.steps().stream().filter(step -> step.nodeId().equals("ask")))
                .hasSize(15);
        assertThat(Duration.between(result.startedAt(), result.endedAt()))
                .isEqualTo(Duration.ofDays(30).plusMinutes(50));
        assertThat(result.steps().get(1).input())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("subject", "Smith Cars");
    }

    @Test
    void an_event_wakes_the_step_that_waits_for_it_and_no_other_does() {
        TestResult result = run(CADENCE, """
            {"name": "Answers", "trigger": "lead", "input": {"person": "p-1"},
             "mocks": {"ask": [{"output": {"messageId": "m-1"}}]},
             "events": [
               {"after": "P1D", "type": "com.automatrix.message.inbound.v1", "data": {"from": "p-2", "text": "No"}},
               {"after": "P3D", "type": "com.automatrix.message.inbound.v1", "data": {"from": "p-1", "text": "Yes"}}],
             "expect": {"status": "COMPLETED", "outputs": {"answer": {"data": {"text": "Yes"}}}, "notRun": ["call"],
                        "within": "P3D"}}\
            """);

        assertThat(result.failures()).isEmpty();
        assertThat(result.steps().stream().filter(step -> step.nodeId().equals("ask")))
                .hasSize(2);
    }

    @Test
    void what_a_filter_keeps_out_or_the_input_schema_refuses_is_said() {
        assertThat(run(CADENCE, """
            {"name": "Robot", "trigger": "lead", "input": {"person": "robot"}, "expect": {"status": "COMPLETED"}}\
            """).failures())
                .extracting(TestFailure::pointer, TestFailure::code)
                .containsExactly(tuple("/input", "test.filtered"));
        assertThat(run(CADENCE, """
            {"name": "Nobody", "trigger": "lead", "input": {}, "expect": {"status": "COMPLETED"}}\
            """).failures())
                .extracting(TestFailure::pointer, TestFailure::code)
                .containsExactly(tuple("/input/person", "input.missing-field"));
        assertThat(run(CADENCE, """
            {"name": "None", "trigger": "lad", "input": {"person": "p"}, "expect": {"status": "COMPLETED"}}\
            """).failures()).extracting(TestFailure::code).containsExactly("test.unknown-trigger");
    }

    private static final String BOOKING = """
        {"specVersion": "1", "triggers": [],
         "nodes": [
           {"id": "hold", "type": "http.request", "config": {"url": "https://dms.example.test/slots"},
            "compensation": {"type": "http.request", "config": {"url": "https://dms.example.test/release"}}},
           {"id": "approve", "type": "human.approval", "config": {"role": "MANAGER", "title": "Book?"}},
           {"id": "book", "type": "flow.call",
            "config": {"workflowId": "01977a3e-0000-7000-8000-000000000009", "input": {"slot": 1}}},
           {"id": "refuse", "type": "flow.fail", "config": {"code": "booking.refused", "message": "No"}}],
         "edges": [{"source": "hold", "target": "approve"},
                   {"source": "approve", "sourceHandle": "approved", "target": "book"},
                   {"source": "approve", "sourceHandle": "rejected", "target": "refuse"}]}\
        """;

    @Test
    void a_refusal_undoes_what_was_held() {
        TestResult result = run(BOOKING, """
            {"name": "Refused",
             "mocks": {"hold": [{"output": {"slot": 1}}], "approve": [{"handle": "rejected", "after": "P200D"}]},
             "expect": {"status": "FAILED", "errorCode": "booking.refused", "undone": ["hold"], "notRun": ["book"]}}\
            """);

        assertThat(result.failures()).isEmpty();
    }

    @Test
    void attempts_are_answered_one_after_the_other_and_calls_by_the_test() {
        TestResult result = run(BOOKING, """
            {"name": "Booked at the second attempt",
             "mocks": {"hold": [{"error": {"code": "http.timeout", "message": "Late", "retryable": true}},
                                {"output": {"slot": 1}}],
                       "approve": [{"handle": "approved"}],
                       "book": [{"output": {"booked": true}, "after": "PT10M"}]},
             "expect": {"status": "COMPLETED", "path": ["hold", "approve", "book"], "undone": [],
                        "outputs": {"book": {"booked": true}}}}\
            """);

        assertThat(result.failures()).isEmpty();
        assertThat(result.steps())
                .extracting(SimulatedStep::stepRunId, SimulatedStep::attempt, SimulatedStep::status)
                .startsWith(tuple("hold", 1, "FAILED"), tuple("hold", 2, "COMPLETED"));
    }

    @Test
    void everything_that_is_not_as_expected_is_named() {
        TestResult result = run(BOOKING, """
            {"name": "Wrong",
             "mocks": {"hold": [{"output": {"slot": 1}}], "approve": [{"handle": "rejected"}]},
             "expect": {"status": "COMPLETED", "errorCode": "other", "undone": ["book"], "notRun": ["refuse"],
                        "path": ["approve", "hold"], "outputs": {"hold": {"slot": 2}, "book": {}}}}\
            """);

        assertThat(result.failures())
                .extracting(TestFailure::pointer)
                .containsExactly(
                        "/expect/status",
                        "/expect/errorCode",
                        "/expect/path/1",
                        "/expect/undone/0",
                        "/expect/notRun/0",
                        "/expect/outputs/hold/slot",
                        "/expect/outputs/book");
        assertThat(result.failures().getFirst().message())
                .isEqualTo("Expected the execution to end COMPLETED, but it ended FAILED (No).");
    }

    @Test
    void a_test_that_says_too_little_or_something_unknown_fails_with_what_is_missing() {
        assertThat(run(BOOKING, """
            {"name": "No mock", "expect": {"status": "COMPLETED"}}\
            """).failures())
                .containsExactly(new TestFailure(
                        "/mocks", "test.no-mock", "Expected a mock of step \"hold\", but there is none."));
        assertThat(run(BOOKING, """
            {"name": "Misspelt", "mocks": {"holt": [{}]}, "expect": {"path": ["hold", "hald"]}}\
            """).failures())
                .extracting(TestFailure::pointer, TestFailure::code)
                .containsExactlyInAnyOrder(
                        tuple("/mocks/holt", "test.unknown-step"), tuple("/expect/path/1", "test.unknown-step"));
        assertThat(run(BOOKING, """
            {"name": "No handle", "mocks": {"hold": [{}], "approve": [{}]}, "expect": {"status": "COMPLETED"}}\
            """).failures())
                .extracting(TestFailure::pointer, TestFailure::code)
                .containsExactly(tuple("/mocks/approve", "test.unknown-handle"));
    }

    @Test
    void an_execution_that_would_never_end_is_stopped() {
        String waiting = """
            {"specVersion": "1", "triggers": [], "edges": [],
             "nodes": [{"id": "wait", "type": "flow.waitForEvent",
                        "config": {"correlation": {"eventType": "a.b", "event": "{{ input.x }}", "value": "1"}}}]}\
            """;

        TestResult result = run(waiting, """
            {"name": "For ever", "expect": {"status": "COMPLETED"}}\
            """);

        assertThat(result.status()).isEqualTo(Course.STOPPED);
        assertThat(result.failures()).extracting(TestFailure::code).containsExactly("test.never-ends");
    }

    @Test
    void the_same_test_gives_the_same_result() {
        String test = """
            {"name": "Twice", "mocks": {"hold": [{"output": {"slot": 1}}], "approve": [{"handle": "rejected"}]},
             "expect": {"status": "FAILED"}}\
            """;

        assertThat(run(BOOKING, test)).isEqualTo(run(BOOKING, test));
        assertThat(run(BOOKING, test).startedAt()).isEqualTo(Instant.parse("2026-03-02T18:00:00Z"));
    }

    private static TestResult run(String definition, String test) {
        JsonNode tree = ContractJson.definitions().readTree(definition);
        JsonNode testTree = ContractJson.definitions().readTree(test);
        assertThat(SCHEMAS.definition(tree)).isEmpty();
        assertThat(SCHEMAS.testCase(testTree)).isEmpty();
        return SIMULATOR
                .trial("Lead", ContractJson.definitions().treeToValue(tree, WorkflowDefinition.class))
                .run(ContractJson.definitions().treeToValue(testTree, TestCase.class), Map.of());
    }
}
