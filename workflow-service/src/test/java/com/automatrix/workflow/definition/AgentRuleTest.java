package com.automatrix.workflow.definition;

import static com.automatrix.workflow.definition.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.steptype.StepTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentRuleTest {

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    @Test
    void the_tools_of_an_agent_are_steps_that_a_worker_runs_and_its_messages_are_approved() {
        Map<String, Object> definition = definition()
                .node(
                        "a",
                        "ai.agent",
                        Map.of(
                                "goal",
                                "Answer",
                                "tools",
                                List.of("http.request", "sms.send", "human.task", "ai.agent", "http.reqest"),
                                "sensitiveTools",
                                List.of("email.send")))
                .tree();

        assertThat(VALIDATOR.problems(definition))
                .filteredOn(problem -> problem.code().startsWith("agent."))
                .extracting(Problem::severity, Problem::code, Problem::pointer)
                .containsExactlyInAnyOrder(
                        tuple(Severity.ERROR, "agent.unusable-tool", "/nodes/0/config/tools/2"),
                        tuple(Severity.ERROR, "agent.unusable-tool", "/nodes/0/config/tools/3"),
                        tuple(Severity.ERROR, "agent.unusable-tool", "/nodes/0/config/tools/4"),
                        tuple(Severity.ERROR, "agent.no-approval", "/nodes/0/config/sensitiveTools/0"),
                        tuple(Severity.ERROR, "agent.no-approval", "/nodes/0/config/approverRole"),
                        tuple(Severity.WARNING, "agent.no-approval", "/nodes/0/config/sensitiveTools"));
    }
}
