package com.automatrix.contracts.steptype;

import com.automatrix.contracts.json.JsonTree;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to know about a step type; the palette, the config form, the validator and the docs are all made
 * from it.
 *
 * @param icon name of a Lucide icon
 * @param worker {@link #ENGINE}, or the pool that runs it: its requests go to {@code step-requested.<worker>}
 * @param configSchema JSON Schema of the config, its UI hints under {@code x-ui}
 * @param outputSchema JSON Schema of the output
 * @param handles the handles that every step of this type has
 * @param dynamicHandles where the config names further ones: {@code config.labels} or {@code config.cases[].handle}
 * @param example a config that passes the schema
 * @param available whether it can be executed yet; publishing refuses what cannot
 */
public record StepType(
        String type,
        String category,
        String title,
        String description,
        String icon,
        String worker,
        Map<String, Object> configSchema,
        Map<String, Object> outputSchema,
        List<String> handles,
        @Nullable String dynamicHandles,
        Map<String, Object> example,
        boolean available) {

    /** The worker of types that are evaluated inside the engine. */
    public static final String ENGINE = "engine";

    private static final String CONTAINER = "x-container";
    private static final String HIDDEN = "x-hidden";

    public StepType {
        configSchema = JsonTree.object(configSchema);
        outputSchema = JsonTree.object(outputSchema);
        handles = JsonTree.list(handles);
        example = JsonTree.object(example);
    }

    /** Whether a worker runs it, rather than the engine itself. */
    public boolean runByWorker() {
        return !ENGINE.equals(worker);
    }

    /** Whether other steps can name a step of this type as their {@code parent}. */
    @JsonIgnore
    public boolean isContainer() {
        return Boolean.TRUE.equals(configSchema.get(CONTAINER));
    }

    /** Whether the palette leaves it out: it is for measuring, not for workflows. */
    @JsonIgnore
    public boolean isHidden() {
        return Boolean.TRUE.equals(configSchema.get(HIDDEN));
    }

    /** The handles of a step with this config: those that its config names first, then those of the type. */
    public List<String> handlesFor(Map<String, Object> config) {
        Set<String> all = new LinkedHashSet<>();
        if (dynamicHandles != null) {
            all.addAll(DynamicHandles.in(config, dynamicHandles));
        }
        all.addAll(handles);
        return List.copyOf(all);
    }
}
