package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Compensation;
import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.OnError;
import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.definition.Settings;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds the workflow definitions of the scenarios. */
final class Graph {

    static final String WORK = "test.work";
    static final Duration LIMITED_TIMEOUT = Duration.ofDays(2);

    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private @Nullable Settings settings;

    static Graph graph() {
        return new Graph();
    }

    /** One of the golden examples that every part of the product reads. */
    static WorkflowDefinition example(String name) {
        String resource = "/contracts/examples/definition/valid/%s.json".formatted(name);
        try (var stream = Graph.class.getResourceAsStream(resource)) {
            String json = new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
            return ContractJson.definitions().readValue(json, WorkflowDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product's step types, and one whose worker does whatever a scenario says. */
    static @Nullable StepType stepType(String type) {
        if (type.equals(WORK)) {
            return new StepType(
                    WORK,
                    "test",
                    "Work",
                    "",
                    "wrench",
                    "io",
                    Map.of(),
                    Map.of(),
                    List.of("out", "other", "error"),
                    null,
                    Map.of(),
                    true);
        }
        return StepTypes.builtIn().find(type).orElse(null);
    }

    /** Steps that a worker runs, each with nothing in its config. */
    Graph work(String... ids) {
        for (String id : ids) {
            nodes.add(Node.of(id, WORK, Map.of()));
        }
        return this;
    }

    Graph step(String id, String type, Map<String, Object> config) {
        nodes.add(Node.of(id, type, config));
        return this;
    }

    Graph edge(String source, String target) {
        edges.add(new Edge(source, null, target));
        return this;
    }

    Graph edge(String source, String handle, String target) {
        edges.add(new Edge(source, handle, target));
        return this;
    }

    /** Puts steps into a container. */
    Graph inside(String container, String... ids) {
        for (String id : ids) {
            change(id, node -> within(node, container));
        }
        return this;
    }

    /** What undoes each of the steps sees their outputs. */
    Graph undo(String... ids) {
        for (String id : ids) {
            Map<String, Object> config = Map.of("undo", "{{ steps.%s.output }}".formatted(id));
            change(id, node -> undone(node, new Compensation(WORK, config, new Retry(2, null, null, null))));
        }
        return this;
    }

    /** What undoes a step is a call of another workflow, which sees the step's output. */
    Graph undoByCall(String id, String workflowId) {
        Map<String, Object> config = Map.of("workflowId", workflowId, "input", "{{ steps.%s.output }}".formatted(id));
        return change(id, node -> undone(node, new Compensation(Calls.TYPE, config, null)));
    }

    Graph timeout(Duration timeout) {
        settings = new Settings(timeout, null, null);
        return this;
    }

    Graph retry(String id, Retry retry) {
        return change(id, node -> with(node, retry, node.timeout(), node.join(), node.cancelOthers(), node.onError()));
    }

    Graph timeout(String id, Duration timeout) {
        return change(id, node -> with(node, node.retry(), timeout, node.join(), node.cancelOthers(), node.onError()));
    }

    Graph join(String id, Join join, boolean cancelOthers) {
        return change(id, node -> with(node, node.retry(), node.timeout(), join, cancelOthers, node.onError()));
    }

    Graph onError(String id, OnError onError) {
        return change(id, node -> with(node, node.retry(), node.timeout(), node.join(), node.cancelOthers(), onError));
    }

    /** One step of a worker, in a workflow of which only so many executions may go on at once. */
    static WorkflowDefinition limited(Concurrency concurrency) {
        Settings settings = new Settings(LIMITED_TIMEOUT, concurrency, null);
        List<Node> work = graph().work("work").nodes;
        return new WorkflowDefinition("1", null, List.of(), work, List.of(), List.of(), settings);
    }

    Graph settings(Settings all) {
        settings = all;
        return this;
    }

    WorkflowDefinition definition() {
        return new WorkflowDefinition("1", null, List.of(), nodes, edges, List.of(), settings);
    }

    private Graph change(String id, UnaryOperator<Node> change) {
        nodes.replaceAll(node -> node.id().equals(id) ? change.apply(node) : node);
        return this;
    }

    private static Node with(
            Node node,
            @Nullable Retry retry,
            @Nullable Duration timeout,
            @Nullable Join join,
            @Nullable Boolean cancelOthers,
            @Nullable OnError onError) {
        return new Node(
                node.id(),
                node.type(),
                null,
                null,
                node.parent(),
                node.config(),
                retry,
                timeout,
                join,
                cancelOthers,
                onError,
                node.compensation(),
                null,
                null);
    }

    private static Node undone(Node node, Compensation compensation) {
        return new Node(
                node.id(),
                node.type(),
                null,
                null,
                node.parent(),
                node.config(),
                node.retry(),
                node.timeout(),
                node.join(),
                node.cancelOthers(),
                node.onError(),
                compensation,
                null,
                null);
    }

    private static Node within(Node node, String container) {
        return new Node(
                node.id(),
                node.type(),
                null,
                null,
                container,
                node.config(),
                node.retry(),
                node.timeout(),
                node.join(),
                node.cancelOthers(),
                node.onError(),
                node.compensation(),
                null,
                null);
    }
}
