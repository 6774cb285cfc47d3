package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.call.CallRecord;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.testkit.ai.ScriptedAi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a provider with every step type: the table of docs/ai.md, with the number of requests. */
class FaultMatrixTest {

    private static final ScriptedAi SERVER = ScriptedAi.start(0);

    @BeforeEach
    void forget() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # fault              | ai.generate           | ai.classify           | ai.extract            | ai.summarize          | ai.agent
            ok                   | success 1             | success 1             | success 1             | success 1             | success 1
            400                  | ai.rejected 1         | ai.rejected 1         | ai.rejected 1         | ai.rejected 1         | ai.rejected 1
            401                  | ai.unauthorized 1     | ai.unauthorized 1     | ai.unauthorized 1     | ai.unauthorized 1     | ai.unauthorized 1
            429                  | ai.rate-limited 1     | ai.rate-limited 1     | ai.rate-limited 1     | ai.rate-limited 1     | ai.rate-limited 1
            500                  | ai.unavailable 1      | ai.unavailable 1      | ai.unavailable 1      | ai.unavailable 1      | ai.unavailable 1
            slow                 | ai.timeout 1          | ai.timeout 1          | ai.timeout 1          | ai.timeout 1          | ai.timeout 1
            cut                  | ai.unreachable 1      | ai.unreachable 1      | ai.unreachable 1      | ai.unreachable 1      | ai.unreachable 1
            malformed            | ai.malformed 1        | ai.malformed 1        | ai.malformed 1        | ai.malformed 1        | ai.malformed 1
            empty                | ai.empty 1            | ai.empty 1            | ai.empty 1            | ai.empty 1            | ai.empty 1
            truncated            | ai.truncated 1        | ai.truncated 1        | ai.truncated 1        | ai.truncated 1        | ai.truncated 1
            refused              | ai.refused 1          | ai.refused 1          | ai.refused 1          | ai.refused 1          | ai.refused 1
            not-json             | success 1             | ai.not-json 2         | ai.not-json 2         | success 1             | success 1
            wrong-schema         | success 1             | ai.invalid-output 2   | ai.invalid-output 2   | success 1             | success 1
            wrong-then-right     | success 1             | success 2             | success 2             | success 1             | success 1
            invented             | ai.policy-violation 2 | ai.not-json 2         | ai.not-json 2         | ai.policy-violation 2 | success 1
            invented-then-right  | success 2             | success 2             | success 2             | success 2             | success 1
            forbidden            | ai.policy-violation 2 | ai.not-json 2         | ai.not-json 2         | ai.policy-violation 2 | success 1
            """)
    void a_fault_has_one_outcome_for_each_step_type(
            String fault, String generate, String classify, String extract, String summarize, String agent) {
        assertThat(List.of(
                        outcome("ai.generate", fault),
                        outcome("ai.classify", fault),
                        outcome("ai.extract", fault),
                        outcome("ai.summarize", fault),
                        outcome("ai.agent", fault)))
                .containsExactly(generate, classify, extract, summarize, agent);
    }

    private static String outcome(String type, String fault) {
        SERVER.reset();
        SERVER.next(fault, fault);
        var steps = new TestSteps(SERVER, fault.equals("slow") ? Duration.ofMillis(500) : Duration.ofSeconds(30));

        StepResult result = steps.run(type);

        String outcome = TestSteps.outcome(result);
        int requests = SERVER.asked().size();
        // One row in the log for each request, the last with the outcome where the request itself failed.
        assertThat(steps.log()).hasSize(requests);
        assertThat(steps.log().getLast().outcome()).isIn(CallRecord.ANSWERED, outcome);
        assertThat(steps.count(type, outcome)).isEqualTo(1);
        return outcome + " " + requests;
    }
}
