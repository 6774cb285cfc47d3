package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.definition.CalledWorkflows.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallRuleTest {

    private static final String CALLED = "01938a4c-7a00-7000-8000-000000000001";

    private static List<Problem> problems(Found found, String workflowId) {
        Map<String, Object> definition = new Definitions()
                .node("appraise", "flow.call", Map.of("workflowId", workflowId))
                .tree();
        return new DefinitionValidator(StepTypes::builtIn, List::of, Optional::empty, List::of, _ -> found)
                .problems(definition);
    }

    @Test
    void a_published_workflow_can_be_called() {
        assertThat(problems(Found.PUBLISHED, CALLED)).isEmpty();
    }

    @Test
    void a_workflow_that_is_not_there_is_an_error() {
        assertThat(problems(Found.MISSING, CALLED))
                .containsExactly(new Problem(
                        Severity.ERROR,
                        "call.no-workflow",
                        "appraise",
                        "/nodes/0/config/workflowId",
                        "There is no workflow %s for step \"appraise\" to call. Choose another one."
                                .formatted(CALLED)));
    }

    @Test
    void one_that_is_not_published_or_cannot_be_looked_up_is_a_warning() {
        assertThat(problems(Found.NOT_PUBLISHED, CALLED)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).endsWith("until it is, the step fails. Publish it first.");
        });
        assertThat(problems(Found.UNKNOWN, CALLED))
                .extracting(Problem::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void an_expression_is_not_looked_up() {
        assertThat(problems(Found.MISSING, "{{ vars.appraisal }}"))
                .extracting(Problem::code)
                .doesNotContain("call.no-workflow");
    }
}
