package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ToolCall;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.contracts.steptype.StepType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools of an agent: what the model is told of them, and what it may call. */
final class AgentTools {

    private static final String PROPERTIES = "properties";

    private AgentTools() {}

    /** Each tool with its type, what it does, and the JSON Schema of its config. */
    static List<Map<String, Object>> described(Transition transition, Place turn) {
        List<Map<String, Object>> described = new ArrayList<>();
        CompiledNode agent = turn.node().container();
        List<String> tools = agent == null
                ? List.of()
                : AgentNodes.texts(agent.node().config().get("tools"));
        for (String tool : tools) {
            StepType type = type(transition, agent, tool);
            if (type != null) {
                described.add(
                        Map.of("type", tool, "description", type.description(), "configSchema", configSchema(type)));
            }
        }
        return described;
    }

    /** Why a call cannot be made; null if it can. */
    static @Nullable Map<String, Object> problem(Transition transition, Place agent, ToolCall call) {
        StepType type = type(transition, agent.node(), call.type());
        if (type == null) {
            return error(
                    "ai.tool-not-allowed",
                    "Expected one of the tools of step %s, but the call is of \"%s\""
                            .formatted(agent.nodeId(), call.type()));
        }
        List<SchemaViolation> violations = transition.schemas().violations(configSchema(type), call.config());
        return violations.isEmpty()
                ? null
                : error(
                        "ai.tool-input-invalid",
                        "Expected arguments that fit the tool, but %s: %s"
                                .formatted(
                                        violations.getFirst().pointer(),
                                        violations.getFirst().message()));
    }

    static Map<String, Object> error(String code, String message) {
        return Map.of("code", code, "message", message);
    }

    private static @Nullable StepType type(Transition transition, @Nullable CompiledNode agent, String tool) {
        CompiledNode node = agent == null ? null : transition.workflow().node(AgentNodes.tool(agent.id(), tool));
        return node == null || node.isTurn() || !node.runsOnWorker() ? null : node.type();
    }

    /** Without the fields that name a credential: no model decides what is proved to whom. */
    private static Map<String, Object> configSchema(StepType type) {
        Map<String, Object> schema = new LinkedHashMap<>(type.configSchema());
        if (schema.get(PROPERTIES) instanceof Map<?, ?> properties) {
            Map<String, Object> open = new LinkedHashMap<>();
            properties.forEach((name, property) -> {
                if (!Boolean.TRUE.equals(EngineSteps.field(property, "x-secret"))) {
                    open.put(String.valueOf(name), property);
                }
            });
            schema.put(PROPERTIES, open);
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    /** Whether a person has to approve of a call first. */
    static boolean isSensitive(Place agent, ToolCall call) {
        Object sensitive = agent.node().node().config().get("sensitiveTools");
        return AgentNodes.texts(sensitive).contains(call.type());
    }
}
