package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where data goes: what each step's output holds of what it read, along the references of its config. What another workflow
 * or system answers may hold all that it was given. What decides a branch is not followed.
 */
final class DataFlow {

    /** Of AI steps. */
    static final String RECORD = "data";

    private static final String OUTPUT = "output";

    private final Examined examined;
    private final DataShape input;
    private final Map<String, DataShape> outputs = new HashMap<>();
    private final Map<String, DataShape> items = new HashMap<>();

    private DataFlow(Examined examined) {
        this.examined = examined;
        this.input = DataShape.ofSchemas("input", InputViews.of(examined.draft()));
    }

    static DataFlow of(Examined examined) {
        DataFlow flow = new DataFlow(examined);
        Map<String, List<DraftNode>> children = new LinkedHashMap<>();
        List<DraftNode> outermost = new ArrayList<>();
        for (DraftNode node : examined.graph().inOrder()) {
            String parent = node.parent();
            if (parent == null || examined.draft().node(parent) == null) {
                outermost.add(node);
            } else {
                children.computeIfAbsent(parent, unknown -> new ArrayList<>()).add(node);
            }
        }
        flow.follow(outermost, children, new HashSet<>());
        return flow;
    }

    /** What has to be guarded most of what the expressions of a string read. */
    Held heldBy(String text, DraftNode node) {
        return examined.reads().in(text).stream()
                .flatMap(references -> references.paths().stream())
                .map(path -> shape(path, node).highest())
                .reduce(Held.NOTHING, Held::higher);
    }

    /** What has to be guarded most of what the step lets a model see of its record. */
    Held heldByRecord(Map<?, ?> config, DraftNode node) {
        DataShape record = value(config.get(RECORD), node);
        List<?> allowed = config.get("allowedFields") instanceof List<?> fields ? fields : List.of();
        return allowed.stream()
                .map(path ->
                        record.at(List.of(String.valueOf(path).split("\\."))).highest())
                .reduce(Held.NOTHING, Held::higher);
    }

    /** The config of an AI step but for its record, of which only some fields count. */
    static Map<Object, @Nullable Object> besideRecord(Map<?, ?> config) {
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(config);
        rest.remove(RECORD);
        return rest;
    }

    /** A container comes after its children, and they after what is upstream of it. */
    private void follow(List<DraftNode> level, Map<String, List<DraftNode>> children, Set<String> seen) {
        for (DraftNode node : level) {
            if (seen.add(node.id())) {
                items.put(node.id(), value(node.config().get("items"), node));
                List<DraftNode> inside = children.getOrDefault(node.id(), List.of());
                follow(inside, children, seen);
                outputs.put(node.id(), output(node, inside));
            }
        }
    }

    private DataShape output(DraftNode node, List<DraftNode> inside) {
        String name = "steps.%s.output".formatted(node.id());
        return switch (node.type()) {
            case "data.transform" -> value(node.config().get("value"), node);
            case "flow.foreach", "flow.repeat", "flow.scope" ->
                node.config().get(OUTPUT) == null
                        ? ofLast(inside, name)
                        : value(node.config().get(OUTPUT), node);
            case "flow.race" -> DataShape.ofFields(name, Map.of(OUTPUT, ofLast(inside, name + "." + OUTPUT)));
            case "flow.waitForEvent" -> DataShape.ofFields(name, Map.of("data", ofEvent(node, name + ".data")));
            case "http.request" -> ofSchema(node, "responseSchema", "body", name);
            case "human.task" -> ofSchema(node, "form", "form", name);
            case "ai.agent" -> ofSchema(node, "outputSchema", "result", name);
            case "ai.extract" -> DataShape.ofSchemas(name, schema(node, "schema"));
            case "ai.generate", "ai.summarize" ->
                DataShape.leaf(Held.higher(
                        value(besideRecord(node.config()), node).highest(), heldByRecord(node.config(), node)));
            case "data.table", "flow.call" ->
                DataShape.leaf(value(node.config(), node).highest());
            default ->
                examined.typeOf(node)
                        .map(type -> ofType(type, node, name))
                        .orElseGet(() -> DataShape.ofSchemas(name, List.of()));
        };
    }

    private DataShape ofType(StepType type, DraftNode node, String name) {
        DataShape said = DataShape.ofSchemas(name, List.of(SchemaView.of(type.outputSchema())));
        Held given = value(node.config(), node).highest();
        return type.category().equals(RunConditions.EXTERNAL)
                        && given.dataClass().isAtLeast(DataClass.FINANCIAL)
                ? DataShape.anyOf(List.of(said, DataShape.leaf(given)))
                : said;
    }

    private DataShape ofLast(List<DraftNode> inside, String name) {
        Map<String, DataShape> last = new LinkedHashMap<>();
        inside.stream()
                .filter(child -> !examined.graph().isFollowed(child.id()))
                .forEach(child -> last.put(child.id(), outputOf(child.id())));
        return DataShape.ofFields(name, last);
    }

    private static DataShape ofEvent(DraftNode node, String name) {
        List<SchemaView> views = node.config().get("correlation") instanceof Map<?, ?> correlation
                ? InputViews.ofTrigger(correlation).stream().toList()
                : List.of();
        return DataShape.ofSchemas(name, views);
    }

    /** An output of which one field has a schema in the config. */
    private static DataShape ofSchema(DraftNode node, String from, String field, String name) {
        return DataShape.ofFields(name, Map.of(field, DataShape.ofSchemas(name + "." + field, schema(node, from))));
    }

    private static List<SchemaView> schema(DraftNode node, String field) {
        return node.config().get(field) instanceof Map<?, ?> schema ? List.of(SchemaView.of(schema)) : List.of();
    }

    /** What a part of a config holds once its expressions are evaluated. */
    private DataShape value(@Nullable Object value, DraftNode node) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, DataShape> fields = new LinkedHashMap<>();
                object.forEach((key, field) -> fields.put(String.valueOf(key), value(field, node)));
                yield DataShape.ofFields("steps.%s.output".formatted(node.id()), fields);
            }
            case List<?> list ->
                DataShape.anyOf(
                        list.stream().map(element -> value(element, node)).toList());
            case String text -> text(text, node);
            case null, default -> DataShape.HARMLESS;
        };
    }

    private DataShape text(String text, DraftNode node) {
        List<References> references = examined.reads().in(text);
        if (references.size() == 1
                && references.getFirst().paths().size() == 1
                && references.getFirst().paths().getFirst().isAlone()
                && ExpressionText.parse(text).isSingleExpression()) {
            return shape(references.getFirst().paths().getFirst(), node);
        }
        return DataShape.leaf(heldBy(text, node));
    }

    private DataShape shape(DataPath path, DraftNode node) {
        List<String> names = path.names();
        if (names.isEmpty()) {
            return DataShape.anyOf(List.of(input, allOutputs()));
        }
        List<String> rest = names.subList(1, names.size());
        return switch (names.getFirst()) {
            case "input" -> input.at(rest);
            case "item" -> item(node).at(rest);
            case Sight.STEPS -> step(rest);
            default -> DataShape.HARMLESS;
        };
    }

    private DataShape step(List<String> path) {
        if (path.isEmpty()) {
            return allOutputs();
        }
        boolean isOfOutput = path.size() == 1 || path.get(1).equals(OUTPUT);
        return isOfOutput
                ? outputOf(path.getFirst()).at(path.subList(Math.min(2, path.size()), path.size()))
                : DataShape.HARMLESS;
    }

    private DataShape outputOf(String step) {
        return outputs.getOrDefault(step, DataShape.HARMLESS);
    }

    private DataShape allOutputs() {
        return DataShape.anyOf(List.copyOf(outputs.values()));
    }

    /** The element of the innermost loop around a step; a loop's own fields see it, too. */
    private DataShape item(DraftNode node) {
        Set<String> seen = new HashSet<>();
        DraftNode at = node;
        while (at != null && seen.add(at.id())) {
            if (at.type().equals("flow.foreach")) {
                return items.getOrDefault(at.id(), DataShape.HARMLESS);
            }
            at = at.parent() == null ? null : examined.draft().node(at.parent());
        }
        return DataShape.HARMLESS;
    }
}
