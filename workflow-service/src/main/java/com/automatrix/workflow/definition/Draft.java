package com.automatrix.workflow.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a definition that may be wrong in places: whatever has not even the right shape is left to the
 * schema's problems, so that one bad field does not hide the rest.
 *
 * @param byId the first node of each id
 */
public record Draft(Map<?, ?> fields, List<DraftNode> nodes, List<DraftEdge> edges, Map<String, DraftNode> byId) {

    public static Draft of(@Nullable Object tree) {
        Map<?, ?> fields = tree instanceof Map<?, ?> object ? object : Map.of();
        List<DraftNode> nodes = nodes(fields);
        Map<String, DraftNode> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
        return new Draft(fields, nodes, edges(fields), byId);
    }

    @Nullable
    DraftNode node(String id) {
        return byId.get(id);
    }

    List<?> triggers() {
        return list(fields, "triggers");
    }

    List<?> notes() {
        return list(fields, "notes");
    }

    private static List<DraftNode> nodes(Map<?, ?> fields) {
        List<DraftNode> nodes = new ArrayList<>();
        List<?> list = list(fields, "nodes");
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index) instanceof Map<?, ?> node
                    && node.get("id") instanceof String id
                    && node.get("type") instanceof String type) {
                nodes.add(new DraftNode(index, id, type, text(node, "parent"), node));
            }
        }
        return List.copyOf(nodes);
    }

    private static List<DraftEdge> edges(Map<?, ?> fields) {
        List<DraftEdge> edges = new ArrayList<>();
        List<?> list = list(fields, "edges");
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index) instanceof Map<?, ?> edge
                    && edge.get("source") instanceof String source
                    && edge.get("target") instanceof String target) {
                String handle = text(edge, "sourceHandle");
                edges.add(new DraftEdge(index, source, handle == null ? "out" : handle, target));
            }
        }
        return List.copyOf(edges);
    }

    private static List<?> list(Map<?, ?> fields, String key) {
        return fields.get(key) instanceof List<?> list ? list : List.of();
    }

    private static @Nullable String text(Map<?, ?> fields, String key) {
        return fields.get(key) instanceof String text ? text : null;
    }
}
