package com.automatrix.workflow.diff;

import com.automatrix.contracts.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A version or a draft, as it is compared.
 *
 * @param definition a plain JSON tree; of a draft it may be of any shape
 */
public record Described(String name, String description, String category, Map<String, Object> definition) {

    public Described {
        definition = JsonTree.object(definition);
    }

    Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", name);
        about.put("description", description);
        about.put("category", category);
        return about;
    }
}
