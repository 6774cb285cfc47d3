package com.automatrix.workflow.version;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Turns definitions into the JSON text that the tables keep, and back. */
final class DefinitionJson {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final TypeReference<List<TriggerSummary>> TRIGGERS = new TypeReference<>() {};

    private DefinitionJson() {}

    static String text(Object tree) {
        return StoredJson.write(tree);
    }

    static Map<String, Object> tree(String text) {
        return ContractJson.events().readValue(text, TREE);
    }

    static List<TriggerSummary> triggers(String text) {
        return ContractJson.events().readValue(text, TRIGGERS);
    }

    /** Binds a definition that has no errors. */
    static WorkflowDefinition definition(String text) {
        return ContractJson.definitions().readValue(text, WorkflowDefinition.class);
    }
}
