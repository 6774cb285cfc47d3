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
 * {@code notify:compensation[2]}; an agent's turn is {@code lookup:turn[0]}, the tools that the turn asked for are
 * {@code lookup:http.request[0,0]}, {@code lookup:email.send[0,1]}, and the approval of the latter is
 * {@code lookup:approval[0,1]}.
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

    /** The node of the definition: the one that is undone, the agent whose turn or tool it is, else the id as it is. */
    public static String defined(String nodeId) {
        int end = nodeId.indexOf(':');
        return end < 0 ? nodeId : nodeId.substring(0, end);
    }

    /** What people call a step run's node, by the name of the definition's node that it is of. */
    public static String nameOf(String nodeId, String name) {
        int end = nodeId.indexOf(':');
        if (end < 0) {
            return name;
        }
        return nodeId.endsWith(COMPENSATION) ? "Undo: " + name : name + ": " + nodeId.substring(end + 1);
    }

    /** Whether this one is a turn of an agent, or something that a turn asked for. */
    @JsonIgnore
    public boolean isOfAgent() {
        return nodeId.indexOf(':') >= 0 && !isCompensation();
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
