package com.automatrix.template.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.template.catalogue.TemplateRules.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateRulesTest {

    private static final String GREETING = TemplateJson.greeting("greeting");

    private final TemplateRules rules = new TemplateRules();

    @Test
    void a_template_that_fits_together_is_usable_and_without_a_version_it_is_the_first() {
        Verdict verdict = rules.judge(GREETING);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Usable.class,
                        usable -> assertThat(usable.template().version()).isOne());
    }

    @Test
    void what_is_no_json_object_is_unusable() {
        assertThat(wrong("{ \"slug\": ")).containsExactly(" template.malformed");
        assertThat(wrong("[]")).containsExactly(" template.malformed");
    }

    @Test
    void every_field_that_does_not_fit_is_named() {
        assertThat(wrong(GREETING.replace("\"greeting\",\n  \"name\"", "\"Greeting 1\",\n  \"name\"")
                        .replace("\"SALES\"", "\"BOATS\"")
                        .replace("\"kpi\"", "\"figure\"")
                        .replace("\"type\": \"duration\"", "\"type\": \"enum\"")))
                .containsExactlyInAnyOrder(
                        "/slug template.wrong-format",
                        "/category template.not-allowed",
                        "/figure template.unknown-field",
                        "/parameters/1/options template.missing-field");
    }

    @Test
    void a_parameter_that_is_referred_to_has_to_be_declared_and_one_that_is_declared_used() {
        assertThat(wrong(GREETING.replace("\"name\": \"greeting\"", "\"name\": \"salute\"")))
                .containsExactlyInAnyOrder(
                        "/parameters/0 template.unused-parameter",
                        "/definition/nodes/0/config/value template.undeclared-parameter",
                        "/tests/0/expect/outputs/greet template.undeclared-parameter");
    }

    @Test
    void a_name_stands_for_one_parameter() {
        assertThat(wrong(GREETING.replace("\"name\": \"pause\"", "\"name\": \"greeting\"")
                        .replace("[[pause]]", "PT1M")))
                .containsExactly("/parameters/1/name template.duplicate-parameter");
    }

    @Test
    void steps_triggers_and_notes_have_an_id_of_their_own() {
        String trigger =
                "{ \"id\": \"lead\", \"type\": \"event\", \"eventType\": \"com.automatrix.lead.received.v1\" }";

        String note = "{ \"id\": \"note\", \"text\": \"\", \"position\": { \"x\": 0, \"y\": 0 } }";
        String edges = "\"edges\": [";

        assertThat(wrong(GREETING.replace("\"id\": \"wait\"", "\"id\": \"greet\"")
                        .replace(trigger, trigger + ", " + trigger)
                        .replace(edges, "\"notes\": [" + note + ", " + note + "], " + edges)))
                .containsExactly(
                        "/definition/nodes/1/id graph.duplicate-node",
                        "/definition/triggers/1/id graph.duplicate-trigger",
                        "/definition/notes/1/id graph.duplicate-note");
    }

    @Test
    void a_placeholder_within_quotes_would_become_another_text_than_was_meant() {
        assertThat(wrong(GREETING.replace("[[greeting]] & ' from '", "'[[greeting]] from '")))
                .containsExactly("/definition/nodes/0/config/value template.quoted-parameter");
    }

    @Test
    void defaults_and_examples_fit_their_own_parameter_and_one_of_them_is_there() {
        assertThat(wrong(GREETING.replace("\"default\": \"Hello\"", "\"default\": \"Hello, hello, hello, hello\"")))
                .containsExactly("/parameters/0/default parameter.wrong-length");
        assertThat(wrong(GREETING.replace("\"example\": \"PT5M\"", "\"example\": \"a while\"")))
                .contains("/parameters/1/example parameter.wrong-format");
        assertThat(wrong(GREETING.replace(", \"example\": \"PT5M\"", "")))
                .contains("/parameters/1 template.missing-example");
        assertThat(wrong(GREETING.replace("\"maxLength\": 20", "\"pattern\": \"(\"")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("/parameters/0");
    }

    @Test
    void with_its_defaults_it_makes_a_definition() {
        assertThat(wrong(GREETING.replace("\"specVersion\": \"1\"", "\"specVersion\": \"9\"")
                        .replace("\"target\": \"wait\"", "\"goal\": \"wait\"")))
                .containsExactlyInAnyOrder(
                        "/definition/specVersion definition.not-allowed",
                        "/definition/edges/0/target definition.missing-field",
                        "/definition/edges/0/goal definition.unknown-field");
    }

    @Test
    void with_its_defaults_its_tests_are_tests_of_names_of_their_own() {
        String test = "{ \"name\": \"It greets\", \"expect\": { \"status\": \"SOMEHOW\" } }";

        assertThat(wrong(GREETING.replace("\"tests\": [", "\"tests\": [" + test + ",")))
                .containsExactlyInAnyOrder(
                        "/tests/0/expect/status test-case.not-allowed", "/tests/1/name template.duplicate-test");
    }

    private List<String> wrong(String json) {
        return ((Verdict.Unusable) rules.judge(json))
                .violations().stream()
                        .map(violation -> violation.pointer() + " " + violation.code())
                        .toList();
    }
}
