package com.automatrix.workflow.testing;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.gateway.Gateway;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Has execution-service run test cases, and make them of executions, in the caller's name. What it refuses is passed on; if
 * it is away, {@link Unavailable} is thrown.
 */
@Component
class Simulations {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Gateway gateway;

    Simulations(Gateway gateway) {
        this.gateway = gateway;
    }

    /** What is to be run. */
    record Request(String name, Map<String, Object> definition, List<Map<String, Object>> cases) {}

    /** As much of an execution as is looked at. */
    record Execution(@Nullable String workflowId) {}

    TestResults run(Request request, String authorization) {
        try {
            return gateway.post("/api/simulations", request, authorization, TestResults.class);
        } catch (Invalid refused) {
            throw new Invalid(refused.code(), refused.detail(), named(refused.violations()));
        }
    }

    @Nullable
    String workflowOf(UUID executionId, String authorization) {
        return gateway.get("/api/executions/" + executionId, authorization, Execution.class)
                .workflowId();
    }

    /** A test case that expects what happened in a finished execution. */
    Map<String, Object> testCaseOf(UUID executionId, String authorization) {
        JsonNode testCase = gateway.get("/api/executions/" + executionId + "/test-case", authorization, JsonNode.class);
        return ContractJson.events().convertValue(testCase, TREE);
    }

    /** What execution-service calls a case is a test here. */
    private static List<Violation> named(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new Violation(
                        violation.pointer().replaceFirst("^/cases/", "/tests/"), violation.code(), violation.message()))
                .toList();
    }
}
