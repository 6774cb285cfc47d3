package com.automatrix.contracts.message;

import com.automatrix.contracts.json.JsonTree;
import java.util.Map;

/**
 * A step that a worker wants run on its behalf.
 *
 * @param id chosen by the worker, to match the result
 * @param type the step type
 */
public record ToolCall(String id, String type, Map<String, Object> config) {

    public ToolCall {
        config = JsonTree.object(config);
    }
}
