package com.automatrix.testkit.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a request asks, whichever of the two APIs it came by. */
record Prompt(
        String model,
        List<Turn> turns,
        @Nullable JsonNode schema,
        @Nullable JsonNode tool,
        boolean stream) {

    record Turn(String role, String text) {}

    static Prompt ofChat(JsonNode body) {
        List<Turn> turns = new ArrayList<>();
        body.path("messages").forEach(message -> turns.add(turn(message)));
        JsonNode schema = body.path("response_format").path("json_schema").path("schema");
        JsonNode tool = body.path("tools").path(0).path("function");
        return of(body, turns, schema, tool);
    }

    static Prompt ofResponses(JsonNode body) {
        List<Turn> turns = new ArrayList<>();
        if (body.path("instructions").isString()) {
            turns.add(new Turn("system", body.path("instructions").asString()));
        }
        if (body.path("input").isString()) {
            turns.add(new Turn("user", body.path("input").asString()));
        }
        body.path("input").forEach(item -> turns.add(turn(item)));
        JsonNode schema = body.path("text").path("format").path("schema");
        return of(body, turns, schema, body.path("tools").path(0));
    }

    private static Prompt of(JsonNode body, List<Turn> turns, JsonNode schema, JsonNode tool) {
        boolean toolsAreDone = turns.stream().anyMatch(turn -> turn.role().equals("tool"));
        boolean wantsTool = tool.isObject()
                && !toolsAreDone
                && !body.path("tool_choice").asString("").equals("none");
        return new Prompt(
                body.path("model").asString("scripted"),
                List.copyOf(turns),
                schema.isObject() ? schema : null,
                wantsTool ? tool : null,
                body.path("stream").asBoolean(false));
    }

    private static Turn turn(JsonNode message) {
        String type = message.path("type").asString("");
        String role = type.equals("function_call_output")
                ? "tool"
                : message.path("role").asString("user");
        JsonNode content = message.path(type.equals("function_call_output") ? "output" : "content");
        return new Turn(role.equals("developer") ? "system" : role, text(content));
    }

    private static String text(JsonNode content) {
        if (content.isArray()) {
            List<String> parts = new ArrayList<>();
            content.forEach(part -> parts.add(part.path("text").asString("")));
            return String.join("\n", parts);
        }
        return content.asString("");
    }

    String instructions() {
        return textOf("system");
    }

    String data() {
        return turns.stream()
                .takeWhile(turn -> !turn.role().equals("assistant"))
                .filter(turn -> turn.role().equals("user"))
                .map(Turn::text)
                .collect(Collectors.joining("\n"));
    }

    /** Whether the model is told that its first answer was wrong. */
    boolean isSecondRound() {
        return turns.stream().anyMatch(turn -> turn.role().equals("assistant"));
    }

    private String textOf(String role) {
        return turns.stream()
                .filter(turn -> turn.role().equals(role))
                .map(Turn::text)
                .collect(Collectors.joining("\n"));
    }

    /** About as many tokens as a model would count. */
    int tokens() {
        return tokens(turns.stream().map(Turn::text).collect(Collectors.joining("\n")));
    }

    static int tokens(String text) {
        return Math.max(1, (text.length() + 3) / 4);
    }
}
