package com.automatrix.contracts.definition;

import com.automatrix.contracts.json.JsonTree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The step that undoes a completed one when the execution fails or is cancelled later. */
public record Compensation(
        String type, Map<String, Object> config, @Nullable Retry retry) {

    public Compensation {
        config = JsonTree.object(config);
    }
}
