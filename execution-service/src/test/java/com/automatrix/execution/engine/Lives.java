package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Join;
import java.time.Duration;
import java.util.Map;

/** Leads the step {@code subject} of one workflow into each of its states, in an execution that goes on. */
final class Lives {

    private Lives() {}

    /** As {@link #workflow()}, but the subject waits for a person, for a time, instead of a worker. */
    static Graph waiting() {
        return Graph.graph()
                .work("gate", "bystander")
                .step("subject", "human.approval", Map.of("role", "SALES", "title", "Go on?", "due", "P2D"))
                .edge("gate", "subject")
                .timeout(Duration.ofDays(1));
    }

    /** As {@link #workflow()}, but the subject is a scope that undoes what was done inside. */
    static Graph compensating() {
        return Graph.graph()
                .work("gate", "bystander", "inside", "failing", "repair")
                .step("subject", "flow.scope", Map.of())
                .inside("subject", "inside", "failing")
                .undo("inside")
                .edge("inside", "failing")
                .edge("gate", "subject")
                .edge("subject", "error", "repair")
                .timeout(Duration.ofDays(1));
    }

    /** The subject follows a gate that may not fire it, has an error edge, and can be overtaken by a rival. */
    static Graph workflow() {
        return Graph.graph()
                .work("gate", "rival", "bystander", "subject", "winner", "repair")
                .edge("gate", "subject")
                .edge("subject", "winner")
                .edge("subject", "error", "repair")
                .edge("repair", "winner")
                .edge("rival", "winner")
                .join("winner", Join.ANY, true)
                .timeout(Duration.ofDays(1));
    }

    static void lead(Scenario scenario, StepStatus status) {
        switch (status) {
            case RUNNING -> scenario.onSuccess("gate").requests("subject");
            case WAITING -> scenario.onSuccess("gate").requests();
            case COMPENSATING ->
                scenario.onSuccess("gate")
                        .onSuccess("inside")
                        .onFailure("failing")
                        .requests("inside:compensation");
            case RETRYING -> {
                lead(scenario, StepStatus.RUNNING);
                scenario.onPassingFailure("subject");
            }
            case COMPLETED -> {
                lead(scenario, StepStatus.RUNNING);
                scenario.onSuccess("subject");
            }
            case FAILED -> {
                lead(scenario, StepStatus.RUNNING);
                scenario.onFailure("subject").requests("repair");
            }
            case SKIPPED -> scenario.onSuccess("gate", null, "other");
            case CANCELLED -> {
                lead(scenario, StepStatus.RUNNING);
                scenario.onSuccess("rival").cancels("subject");
            }
        }
    }
}
