package com.automatrix.ai.step;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool calls of an agent, between the model's document and the engine's step requests. */
final class AgentTools {

    /** Of a turn: calls of tools, or the result. */
    static final Map<String, Object> TURN = Map.of(
            "type", "object",
            "properties",
                    Map.of(
                            "calls",
                            Map.of(
                                    "type",
                                    "array",
                                    "minItems",
                                    1,
                                    "items",
                                    Map.of(
                                            "type", "object",
                                            "properties",
                                                    Map.of(
                                                            "id", Map.of("type", "string"),
                                                            "tool", Map.of("type", "string"),
                                                            "arguments", Map.of("type", "object")),
                                            "required", List.of("id", "tool", "arguments"))),
                            "result",
                            Map.of()),
            "oneOf", List.of(Map.of("required", List.of("calls")), Map.of("required", List.of("result"))));

    private AgentTools() {}

    /**
     * The calls that a turn asks for; empty if it gives its result. Their ids are counted, so that no model's own can be
     * taken for personal data on the way back.
     */
    static List<ToolCall> calls(@Nullable Object document, int turn) {
        List<ToolCall> calls = new ArrayList<>();
        if (document instanceof Map<?, ?> object && object.get("calls") instanceof List<?> list) {
            for (Object call : list) {
                Map<String, Object> fields = object(call);
                String id = "t%dc%d".formatted(turn, calls.size() + 1);
                calls.add(new ToolCall(id, String.valueOf(fields.get("tool")), object(fields.get("arguments"))));
            }
        }
        return calls;
    }

    /** The document of a turn with these calls, as the model is shown it again. */
    static String document(List<ToolCall> calls) {
        List<Map<String, Object>> list = calls.stream()
                .map(call -> Map.<String, Object>of("id", call.id(), "tool", call.type(), "arguments", call.config()))
                .toList();
        return ContractJson.events().writeValueAsString(Map.of("calls", list));
    }

    /** A config's JSON Schema without what is meant for forms alone. */
    static Map<String, Object> plain(Map<String, Object> schema) {
        Map<String, Object> plain = new LinkedHashMap<>();
        schema.forEach((key, value) -> {
            if (!key.startsWith("x-") && !key.equals("$schema")) {
                plain.put(key, plainValue(value));
            }
        });
        return plain;
    }

    private static Object plainValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> plain(object(map));
            case List<?> list -> list.stream().map(AgentTools::plainValue).toList();
            default -> value;
        };
    }

    private static Map<String, Object> object(@Nullable Object tree) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return object;
    }
}
