package com.automatrix.workflow.testing;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * A test as it is kept.
 *
 * @param json the text of its test case
 */
record TestContent(String name, String json) {

    private static final SchemaCheck SCHEMAS = new SchemaCheck();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    /** @param testCase one that has no violations */
    static TestContent of(Map<String, Object> testCase) {
        return new TestContent(String.valueOf(testCase.get("name")), StoredJson.write(testCase));
    }

    /** What keeps a tree from being a test case, at its place below a pointer. */
    static List<Violation> violations(Map<String, Object> testCase, String pointer) {
        return SCHEMAS.testCase(testCase).stream()
                .map(violation -> violation.under(pointer))
                .map(violation -> new Violation(violation.pointer(), violation.code(), violation.message()))
                .toList();
    }

    Map<String, Object> tree() {
        return ContractJson.events().readValue(json, TREE);
    }

    int size() {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
