package com.automatrix.workflow.definition;

import static com.automatrix.workflow.definition.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.definition.CalledWorkflows.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFlowTest {

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    private static final String APPLICATION = """
            {"type": "object", "properties": {
              "comments": {"type": "string"},
              "creditNote": {"type": "string", "x-data-class": "PUBLIC"},
              "house": {"type": "object", "x-data-class": "FINANCIAL", "properties": {"rent": {"type": "number"}}},
              "applicants": {"type": "array", "items": {"$ref": "#/$defs/applicant"}}},
             "$defs": {"applicant": {"type": "object", "properties": {"name": {"type": "string"}, "ssn": {"type": "string"}}}}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ input.house.rent }}",
                "Rent: {{ $round(input.house.rent) }}",
                "{{ input }}",
                "{{ $string($$) }}",
                "{{ input.applicants[0].ssn }}",
                "{{ input.applicants.name & input.applicants }}",
                "{{ ($a := input.applicants; $a.name) }}",
                "{{ input.bankAccount }}",
                "{{ input.loan.creditScore }}"
            })
    void financial_data_in_a_prompt_is_refused(String text) {
        assertThat(codes(toModel(text))).contains("data.financial-to-ai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ input.comments }}",
                "{{ input.creditNote }}",
                "{{ input.applicants.name }}",
                "{{ $exists(input.applicants.ssn) ? 'known' : 'not known' }}",
                "{{ $count(input.applicants) }}",
                "{{ input.licensePlate }}",
                "{{ input.accountManager }}",
                "input.house.rent"
            })
    void other_data_is_not(String text) {
        assertThat(codes(toModel(text))).doesNotContain("data.financial-to-ai");
    }

    @Test
    void of_a_record_the_fields_count_that_a_model_may_see() {
        Definitions definition = definition()
                .input(APPLICATION)
                .node("good", "ai.summarize", record("comments", "applicants.name"))
                .node("bad", "ai.summarize", record("comments", "house"))
                .node("after", "sms.send", Map.of("to", "+15145550100", "body", "{{ steps.good.output.summary }}"));

        assertThat(places(definition.edge("good", "after"))).containsExactly(tuple("data.financial-to-ai", "bad"));
    }

    private static Map<String, Object> record(String... allowed) {
        return Map.of("text", "A customer applies.", "data", "{{ input }}", "allowedFields", List.of(allowed));
    }

    @Test
    void the_message_names_the_data_where_it_comes_from() {
        assertThat(VALIDATOR.problems(toModel("{{ input.applicants }}").tree()))
                .filteredOn("code", "data.financial-to-ai")
                .containsExactly(new Problem(
                        Severity.ERROR,
                        "data.financial-to-ai",
                        "reply",
                        "/nodes/0/config/text",
                        "input.applicants.ssn, which is financial data, goes to an AI model. Take it out, or let a"
                                + " human.approval with a role come before on every way, by its handle \"approved\"."));
    }

    @Test
    void data_is_followed_through_steps_field_by_field() {
        Definitions definition = definition()
                .input(APPLICATION)
                .transform("read", Map.of("rent", "{{ input.house.rent }}", "text", "{{ input.comments }}"))
                .transform("copy", "{{ steps.read.output }}")
                .node("bad", "ai.generate", Map.of("prompt", "{{ steps.copy.output.rent }}"))
                .node("good", "ai.generate", Map.of("prompt", "{{ steps.copy.output.text }}"))
                .edge("read", "copy")
                .edge("copy", "bad")
                .edge("copy", "good");

        assertThat(places(definition)).containsExactly(tuple("data.financial-to-ai", "bad"));
    }

    @Test
    void data_is_followed_through_loops() {
        Definitions definition = definition()
                .input(APPLICATION)
                .node(
                        "each",
                        "flow.foreach",
                        Map.of("items", "{{ input.applicants }}", "output", Map.of("n", "{{ steps.in.output }}")))
                .node("in", "data.transform", Map.of("value", "{{ item.ssn }}"), Map.of("parent", "each"))
                .node("say", "ai.generate", Map.of("prompt", "{{ item.name }}"), Map.of("parent", "each"))
                .node("after", "sms.send", Map.of("to", "+15145550100", "body", "{{ steps.each.output[0].n }}"))
                .edge("each", "after");

        assertThat(places(definition)).containsExactly(tuple("data.financial-to-message", "after"));
    }

    @Test
    void a_model_a_form_and_an_answer_may_give_financial_data() {
        Map<String, Object> schema = Map.of("type", "object", "properties", Map.of("income", Map.of("type", "number")));
        Definitions definition = definition()
                .node("read", "ai.extract", Map.of("text", "{{ input.comments }}", "schema", schema))
                .node("ask", "human.task", Map.of("role", "FINANCE", "form", schema, "due", "P1D"))
                .node(
                        "get",
                        "http.request",
                        Map.of("method", "GET", "url", "https://bank.example.test/", "responseSchema", schema))
                .node(
                        "send",
                        "webhook.send",
                        Map.of(
                                "url",
                                "https://crm.example.test/",
                                "body",
                                List.of(
                                        "{{ steps.read.output.income }}",
                                        "{{ steps.ask.output.form.income }}",
                                        "{{ steps.get.output.body.income }}")))
                .edge("read", "ask")
                .edge("ask", "get")
                .edge("get", "send");

        assertThat(VALIDATOR.problems(definition.tree()))
                .filteredOn("code", "data.financial-to-host")
                .extracting(Problem::pointer)
                .containsExactly("/nodes/3/config/body/0", "/nodes/3/config/body/1", "/nodes/3/config/body/2");
    }

    @Test
    void another_workflow_may_answer_with_all_that_it_was_given() {
        Definitions definition = definition()
                .node(
                        "ask",
                        "flow.call",
                        Map.of(
                                "workflowId",
                                "0198a0de-0000-7000-8000-000000000001",
                                "input",
                                Map.of("a", "{{ input.income }}")))
                .node("say", "ai.generate", Map.of("prompt", "Answer.", "text", "{{ steps.ask.output.answer }}"))
                .edge("ask", "say");

        assertThat(places(definition)).containsExactly(tuple("data.financial-to-ai", "say"));
    }

    @Test
    void so_may_the_step_of_another_system() {
        StepType score = new StepType(
                "lender.score",
                "external",
                "Score",
                "Scores.",
                "gauge",
                "lender",
                Map.of("type", "object"),
                Map.of("type", "object"),
                List.of("out"),
                null,
                Map.of(),
                true);
        DefinitionValidator validator =
                new DefinitionValidator(StepTypes.of(Stream.concat(StepTypes.builtIn().all().stream(), Stream.of(score))
                        .toList()));
        Definitions definition = definition()
                .node("ask", "lender.score", Map.of("income", "{{ input.income }}"))
                .node("say", "ai.generate", Map.of("prompt", "Answer.", "text", "{{ steps.ask.output.answer }}"))
                .edge("ask", "say");

        assertThat(validator.problems(definition.tree()))
                .extracting(Problem::code)
                .contains("data.financial-to-ai");
    }

    @ParameterizedTest
    @CsvSource({
        "https://dms.lakeside.example/deals, false",
        "HTTPS://DMS.Lakeside.example:8443/deals?x=1, false",
        "https://a.parts.example/{{ input.id }}, false",
        "https://parts.example/, true",
        "https://dms.lakeside.example.evil.test/, true",
        "https://dms.lakeside.example@evil.test/, true",
        "https://{{ input.host }}/deals, true",
        "'{{ vars.dms }}/deals', true"
    })
    void the_dealerships_own_systems_are_not_foreign(String url, boolean refused) {
        DefinitionValidator validator = new DefinitionValidator(
                StepTypes::builtIn,
                List::of,
                Optional::empty,
                () -> List.of("dms.lakeside.example", "*.parts.example"),
                _ -> Found.PUBLISHED);
        Definitions definition = definition()
                .node("send", "http.request", Map.of("method", "POST", "url", url, "body", "{{ input.income }}"));

        assertThat(validator.problems(definition.tree()).stream()
                        .anyMatch(problem -> problem.code().equals("data.financial-to-host")))
                .isEqualTo(refused);
    }

    @Test
    void what_undoes_a_step_is_looked_at_too() {
        Definitions definition = definition()
                .node(
                        "a",
                        "http.request",
                        Map.of("method", "POST", "url", "https://crm.example.test/"),
                        Map.of(
                                "compensation",
                                Map.of(
                                        "type",
                                        "email.send",
                                        "config",
                                        Map.of("to", "a@b.test", "subject", "x", "body", "{{ input.income }}"))));

        assertThat(VALIDATOR.problems(definition.tree()))
                .filteredOn("code", "data.financial-to-message")
                .extracting(Problem::pointer)
                .containsExactly("/nodes/0/compensation/config/body");
    }

    @Test
    void a_named_approval_on_every_way_makes_it_a_warning() {
        Definitions definition = approved().edge("ask", "approved", "send");

        assertThat(VALIDATOR.problems(definition.tree()))
                .filteredOn("code", "data.financial-to-host")
                .extracting(Problem::severity, Problem::message)
                .containsExactly(tuple(
                        Severity.WARNING,
                        "input.income, which is financial data, goes to another host. It is approved before, by"
                                + " FINANCE_MANAGER at step \"ask\"."));
    }

    @Test
    void an_approval_that_can_be_gone_round_does_not_count() {
        Definitions round = approved().edge("ask", "approved", "send").edge("ask", "timeout", "send");
        Definitions refused = approved().edge("ask", "rejected", "send");

        assertThat(VALIDATOR.problems(round.tree()))
                .filteredOn("code", "data.financial-to-host")
                .allMatch(Problem::isError);
        assertThat(VALIDATOR.problems(refused.tree()))
                .filteredOn("code", "data.financial-to-host")
                .allMatch(Problem::isError);
    }

    @Test
    void personal_data_belongs_into_the_text_and_not_into_the_instructions() {
        Definitions definition = definition()
                .startedBy("lead.received")
                .node(
                        "reply",
                        "ai.generate",
                        Map.of(
                                "prompt",
                                "Write to {{ input.person.firstName }}.",
                                "text",
                                "{{ input.comments & input.person.lastName }}"));

        assertThat(VALIDATOR.problems(definition.tree()))
                .filteredOn("code", "data.personal-in-instructions")
                .extracting(Problem::severity, Problem::pointer)
                .containsExactly(tuple(Severity.HINT, "/nodes/0/config/prompt"));
    }

    @ParameterizedTest
    @CsvSource({
        "ssn, FINANCIAL", "applicantSSN, FINANCIAL", "dateOfBirth, FINANCIAL", "drivers_license, FINANCIAL",
                "licensePlate, INTERNAL",
        "creditScore, FINANCIAL", "monthly-income, FINANCIAL", "cardNumber, FINANCIAL", "postcard, INTERNAL",
                "apiKey, SECRET",
        "firstName, PERSONAL", "homeAddress, PERSONAL", "vin, PERSONAL", "color, INTERNAL", "'', INTERNAL"
    })
    void a_name_says_what_a_field_holds(String name, DataClass expected) {
        assertThat(FieldNames.classOf(name)).isEqualTo(expected);
    }

    @Test
    void schemas_that_refer_to_themselves_come_to_an_end() {
        Definitions definition =
                definition().input("""
                        {"type": "object", "properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}, "c": {"$ref": "#/properties/c"}}}""").node("reply", "ai.generate", Map.of("prompt", "{{ input.a.b.c }} {{ input }}"));

        assertThat(codes(definition)).doesNotContain("data.financial-to-ai");
    }

    private static Definitions toModel(String text) {
        return definition().input(APPLICATION).node("reply", "ai.generate", Map.of("prompt", "Answer.", "text", text));
    }

    private static Definitions approved() {
        return definition()
                .node("ask", "human.approval", Map.of("role", "FINANCE_MANAGER", "title", "Send it?", "due", "P1D"))
                .node(
                        "send",
                        "http.request",
                        Map.of("method", "POST", "url", "https://lender.example.test/", "body", "{{ input.income }}"));
    }

    private static List<String> codes(Definitions definition) {
        return VALIDATOR.problems(definition.tree()).stream().map(Problem::code).toList();
    }

    private static List<Tuple> places(Definitions definition) {
        return VALIDATOR.problems(definition.tree()).stream()
                .filter(problem -> problem.code().startsWith("data."))
                .map(problem -> tuple(problem.code(), problem.nodeId()))
                .toList();
    }
}
