package com.automatrix.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names one step run inside an execution: the node and the path of iterations of the loops around it, outermost first.
 * The text form is {@code classify}, {@code notify[2]} or {@code notify[2,0]}; what undoes a step run is
 * {@code notify:compensation[2]}.
 */
public record StepRunId(String nodeId, List<Integer> iteration) {

    private static final String COMPENSATION = ":compensation";

    private static final Pattern TEXT = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d+(?:,\\d+)*)])?");

    public StepRunId {
        iteration = List.copyOf(iteration);
    }

    /** The step run of a node that is in no loop. */
    public static StepRunId of(String nodeId) {
        return new StepRunId(nodeId, List.of());
    }

    /** Throws {@link IllegalArgumentException} unless the text is in the form that {@link #toString()} writes. */
    @JsonCreator
    public static StepRunId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Expected a step-run id such as \"notify\" or \"notify[2,0]\", but got \"%s\"".formatted(text));
        }
        return new StepRunId(matcher.group(1), iteration(matcher.group(2)));
    }

    /** The node id of what undoes a node. */
    public static String compensationOf(String nodeId) {
        return nodeId + COMPENSATION;
    }

    /** The node that a compensation's node id undoes; any other node id as it is. */
    public static String undone(String nodeId) {
        return nodeId.endsWith(COMPENSATION) ? nodeId.substring(0, nodeId.length() - COMPENSATION.length()) : nodeId;
    }

    /** The step run that undoes this one. */
    public StepRunId compensation() {
        return new StepRunId(compensationOf(nodeId), iteration);
    }

    /** Whether this one undoes another. */
    @JsonIgnore
    public boolean isCompensation() {
        return nodeId.endsWith(COMPENSATION);
    }

    private static List<Integer> iteration(@Nullable String indexes) {
        if (indexes == null) {
            return List.of();
        }
        return Arrays.stream(indexes.split(",", -1)).map(Integer::valueOf).toList();
    }

    @JsonValue
    @Override
    public String toString() {
        if (iteration.isEmpty()) {
            return nodeId;
        }
        return nodeId + iteration.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
