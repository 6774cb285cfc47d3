package com.automatrix.ai.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The set against what runs inside this service: the gates hold, and what cannot be done is said. */
class LocalEvaluationTest {

    private static ConfigurableApplicationContext context;
    private static Report report;

    @BeforeAll
    static void evaluate() {
        context = Main.start("automatrix.ai.openai.api-key=", "automatrix.ai.openai.base-url=");
        report = Main.run(context, new Main.Options(Path.of("src/eval"), null, false));
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void the_local_provider_holds_the_gates_of_the_labels() {
        assertThat(report.subject()).startsWith("local/");
        for (Result result : report.results().subList(0, 3)) {
            assertThat(result.holds())
                    .as("%s %s", result.group(), result.misses())
                    .isTrue();
            assertThat(result.unanswered()).isZero();
            assertThat(result.notPossible()).isNull();
        }
    }

    @Test
    void what_must_be_hidden_does_not_leave_for_a_model() {
        for (Result result : report.results().subList(5, 7)) {
            assertThat(result.holds())
                    .as("%s %s", result.group(), result.misses())
                    .isTrue();
        }
    }

    @Test
    void the_local_provider_is_measured_by_the_facts_that_it_can_find() {
        Result extraction = report.results().get(3);

        assertThat(extraction.tally().scores().keySet())
                .containsExactlyInAnyOrder("date", "email", "mileage", "phone", "price", "vin");
        assertThat(extraction.bars())
                .allSatisfy(bar -> assertThat(bar.isPassed())
                        .as("%s %s", bar, extraction.misses())
                        .isTrue());
        assertThat(extraction.notPossible()).contains("it cannot find year, make, model, time, partNumber");
    }

    @Test
    void the_report_says_what_it_cannot_do() {
        assertThat(report.text(false))
                .contains("gate holds: recall of opt_out 1.00, at least 1.00")
                .contains("drafting (25 items)\n  not possible with this provider: Expected a model that can write");
    }
}
