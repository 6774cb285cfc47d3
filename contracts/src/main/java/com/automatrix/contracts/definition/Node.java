package com.automatrix.contracts.definition;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.json.JsonTree;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of the graph.
 *
 * @param id unique in the definition
 * @param type a step type of the catalogue, such as {@code ai.classify}
 * @param parent the container that the step is in; null at the top level
 * @param config the step type's settings; strings may hold expressions
 * @param timeout how long one attempt may take
 * @param join when the step is decided; null is {@link Join.All}
 * @param cancelOthers whether what only leads here is cancelled once the join is decided; null is false
 * @param onError what follows when the attempts are used up and no error edge takes it; null is {@link OnError#FAIL}
 */
public record Node(
        String id,
        String type,
        @Nullable String name,
        @Nullable String description,
        @Nullable String parent,
        Map<String, Object> config,
        @Nullable Retry retry,
        @Nullable Duration timeout,
        @Nullable Join join,
        @Nullable Boolean cancelOthers,
        @Nullable OnError onError,
        @Nullable Compensation compensation,
        @Nullable Position position,
        @Nullable String note) {

    public Node {
        config = JsonTree.object(config);
    }

    /** A top-level step with nothing but its config. */
    public static Node of(String id, String type, Map<String, Object> config) {
        return new Node(id, type, null, null, null, config, null, null, null, null, null, null, null, null);
    }

    /** The step that undoes a completed one; whatever becomes of it, the others are undone as well. */
    public static Node undoing(Node node, Compensation compensation) {
        return new Node(
                StepRunId.compensationOf(node.id()),
                compensation.type(),
                node.name(),
                null,
                node.parent(),
                compensation.config(),
                compensation.retry(),
                null,
                null,
                null,
                OnError.CONTINUE,
                null,
                null,
                null);
    }

    /** The name that people see. */
    public String nameOrId() {
        return name == null ? id : name;
    }

    public Join joinOrDefault() {
        return join == null ? Join.ALL : join;
    }

    public boolean cancelsOthers() {
        return cancelOthers != null && cancelOthers;
    }

    public OnError onErrorOrDefault() {
        return onError == null ? OnError.FAIL : onError;
    }

    /** The node's own policy, else {@link Retry#STANDARD} for what a worker runs and {@link Retry#NEVER} for the rest. */
    public Retry retryOrDefault(boolean runByWorker) {
        if (retry != null) {
            return retry;
        }
        return runByWorker ? Retry.STANDARD : Retry.NEVER;
    }
}
