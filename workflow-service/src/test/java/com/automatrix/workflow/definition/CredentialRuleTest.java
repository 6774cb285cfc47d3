package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.definition.CalledWorkflows.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialRuleTest {

    private static final Map<String, Object> DEFINITION = Map.of(
            "specVersion",
            "1",
            "triggers",
            List.of(Map.of(
                    "id",
                    "hook",
                    "type",
                    "webhook",
                    "signature",
                    Map.of("header", "X-Signature", "secret", "crmHook"))),
            "nodes",
            List.of(
                    Map.of(
                            "id",
                            "ask",
                            "type",
                            "http.request",
                            "config",
                            Map.of("method", "GET", "url", "https://crm.example.test", "credential", "crm"),
                            "compensation",
                            Map.of(
                                    "type",
                                    "webhook.send",
                                    "config",
                                    Map.of("url", "https://crm.example.test", "body", "undo", "secret", "crmHok"))),
                    Map.of("id", "say", "type", "data.transform", "config", Map.of("value", "credential crm"))),
            "edges",
            List.of(Map.of("source", "ask", "target", "say")));

    @Test
    void a_credential_that_does_not_exist_is_an_error_that_suggests_another_name() {
        assertThat(problems(Optional.of(Set.of("crm", "crmHook", "dms"))))
                .extracting(Problem::severity, Problem::nodeId, Problem::pointer, Problem::message)
                .containsExactly(
                        tuple(
                                Severity.ERROR,
                                "ask",
                                "/nodes/0/compensation/config/secret",
                                "There is no credential \"crmHok\". Did you mean \"crmHook\"? Ask an administrator to add it, or name another one."));
    }

    @Test
    void where_there_are_none_each_name_is_an_error() {
        assertThat(problems(Optional.of(Set.of())))
                .extracting(Problem::severity, Problem::pointer)
                .containsExactly(
                        tuple(Severity.ERROR, "/nodes/0/config/credential"),
                        tuple(Severity.ERROR, "/nodes/0/compensation/config/secret"),
                        tuple(Severity.ERROR, "/triggers/0/signature/secret"));
    }

    @Test
    void while_it_is_not_known_which_there_are_nothing_is_held_up() {
        assertThat(problems(Optional.empty()))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING));
    }

    private static List<Problem> problems(Optional<Set<String>> credentials) {
        return new DefinitionValidator(StepTypes::builtIn, List::of, () -> credentials, List::of, _ -> Found.PUBLISHED)
                .problems(DEFINITION).stream()
                        .filter(problem -> problem.code().equals("credential.unknown"))
                        .toList();
    }
}
