package com.automatrix.ai.provider;

import com.automatrix.contracts.json.JsonTree;
import java.util.Map;

/**
 * What a model may ask for instead of answering.
 *
 * @param type the step type, such as {@code http.request}
 * @param description what it does, for the model
 * @param parameters JSON Schema of the arguments
 */
public record Tool(String type, String description, Map<String, Object> parameters) {

    public Tool {
        parameters = JsonTree.object(parameters);
    }

    /** A function's name: providers allow no dot in it. */
    String name() {
        return type.replace('.', '_');
    }
}
