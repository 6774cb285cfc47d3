package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.ExecutionStatus.COMPLETED;
import static com.automatrix.execution.engine.Graph.graph;
import static com.automatrix.execution.engine.Scenario.execution;
import static com.automatrix.execution.engine.StepStatus.FAILED;
import static com.automatrix.execution.engine.StepStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code data.validate}: each answer by its own handle. */
class ValidatingTest {

    @Test
    void what_fits_goes_on_by_valid() {
        execution("validate")
                .starts(Map.of("person", Map.of("email", "ada@example.test")))
                .ends(COMPLETED)
                .has("refuse", SKIPPED)
                .gives(Map.of("complete", Map.of("complete", true)));
    }

    @Test
    void what_does_not_fit_goes_on_by_invalid_and_says_why() {
        execution("validate")
                .starts(Map.of("person", Map.of("email", "Ada")))
                .failsWith("lead.incomplete")
                .has("complete", SKIPPED)
                .satisfies(scenario -> assertThat(scenario.run("check").output())
                        .isEqualTo(Map.of(
                                "valid",
                                false,
                                "violations",
                                List.of(Map.of(
                                        "pointer",
                                        "/email",
                                        "code",
                                        "wrong-format",
                                        "message",
                                        "Expected email to be an e-mail address, but it is \"Ada\".")))));
    }

    @Test
    void a_schema_that_cannot_be_used_is_an_error_of_the_step() {
        execution(graph().step(
                                "check",
                                Validating.TYPE,
                                Map.of("value", 1, "schema", Map.of("pattern", "{{ input.pattern }}")))
                        .work("repair")
                        .edge("check", "error", "repair"))
                .starts(Map.of("pattern", "("))
                .has("check", FAILED)
                .requests("repair")
                .satisfies(scenario -> assertThat(scenario.run("check").error())
                        .satisfies(error -> assertThat(error.code()).isEqualTo("data.unusable-schema"))
                        .satisfies(error -> assertThat(error.message()).startsWith("Expected a usable JSON Schema")));
    }

    @Test
    void only_the_first_hundred_violations_are_told() {
        execution(graph().step(
                                "check",
                                Validating.TYPE,
                                Map.of("value", "{{ input }}", "schema", Map.of("items", Map.of("type", "string")))))
                .starts(IntStream.range(0, 500).boxed().toList())
                .ends(COMPLETED)
                .satisfies(scenario -> assertThat(
                                EngineSteps.field(scenario.run("check").output(), "violations"))
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                        .hasSize(100));
    }
}
