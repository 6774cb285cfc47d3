package com.automatrix.testkit.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The workflow that somebody asks for in words: a wait, if they speak of one, and a person who does what they say. */
final class ScriptedDraft {

    private static final String SCHEMA_OF_A_WORKFLOW = "\"WorkflowDefinition\"";
    private static final int LONGEST_NAME = 60;
    private static final Pattern WAIT =
            Pattern.compile("(?i)\\b(\\d{1,3}|an?|one|two|three|five|ten) (minute|hour|day|week)s?\\b");
    private static final Map<String, String> NUMBERS =
            Map.of("a", "1", "an", "1", "one", "1", "two", "2", "three", "3", "five", "5", "ten", "10");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode definition;
    private final String wish;

    private ScriptedDraft(Prompt prompt) {
        ObjectNode current = current(prompt);
        this.wish = Prose.sentence(prompt.turns().stream()
                .filter(turn -> turn.role().equals("user"))
                .map(Prompt.Turn::text)
                .findFirst()
                .orElse(""));
        this.definition = current == null ? started() : current;
    }

    static boolean isWanted(Prompt prompt) {
        return prompt.schema() == null && prompt.instructions().contains(SCHEMA_OF_A_WORKFLOW);
    }

    static String answer(Prompt prompt) {
        return new ScriptedDraft(prompt).answer();
    }

    private String answer() {
        List<String> explanation = new ArrayList<>();
        Matcher wait = WAIT.matcher(wish);
        if (wait.find()) {
            append("wait", "flow.wait", "Wait " + wait.group(), Map.of("duration", duration(wait)));
            explanation.add("It waits " + wait.group() + ".");
        }
        append("doIt", "human.task", "Do what was asked for", Map.of("role", "SALES", "title", wish));
        explanation.add("A person of the sales team is asked to do this: " + wish);
        String name = Prose.shortened(wish.strip(), LONGEST_NAME);
        return JSON.writeValueAsString(
                Map.of("name", name, "explanation", String.join(" ", explanation), "definition", definition));
    }

    private ObjectNode started() {
        ObjectNode empty = JSON.createObjectNode();
        empty.put("specVersion", "1");
        ArrayNode triggers = empty.putArray("triggers");
        if (wish.toLowerCase(Locale.ROOT).contains("lead")) {
            triggers.addObject()
                    .put("id", "newLead")
                    .put("type", "event")
                    .put("eventType", "com.automatrix.lead.received.v1");
        }
        empty.putArray("nodes");
        empty.putArray("edges");
        return empty;
    }

    /** Puts a step behind those that nothing follows. */
    private void append(String wanted, String type, String name, Map<String, String> config) {
        ArrayNode nodes = definition.withArray("nodes");
        List<String> ids = names(nodes, "id");
        String id = ids.contains(wanted) ? wanted + (ids.size() + 1) : wanted;
        List<String> sources = names(definition.withArray("edges"), "source");
        for (JsonNode node : nodes) {
            String last = node.path("id").asString("");
            if (!sources.contains(last)
                    && !node.has("parent")
                    && !node.path("type").asString("").startsWith("flow.end")) {
                definition.withArray("edges").addObject().put("source", last).put("target", id);
            }
        }
        ObjectNode added = nodes.addObject().put("id", id).put("type", type).put("name", name);
        config.forEach(added.putObject("config")::put);
    }

    private static List<String> names(ArrayNode nodes, String key) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path(key).asString(""))
                .toList();
    }

    private static String duration(Matcher wait) {
        String number = NUMBERS.getOrDefault(wait.group(1).toLowerCase(Locale.ROOT), wait.group(1));
        return switch (wait.group(2).toLowerCase(Locale.ROOT)) {
            case "minute" -> "PT" + number + "M";
            case "hour" -> "PT" + number + "H";
            case "week" -> "P" + number + "W";
            default -> "P" + number + "D";
        };
    }

    private static @Nullable ObjectNode current(Prompt prompt) {
        return prompt.turns().stream()
                .filter(turn -> turn.role().equals("user"))
                .map(turn -> read(turn.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ObjectNode read(String text) {
        int start = text.indexOf('{');
        try {
            return start >= 0 && JSON.readTree(text.substring(start)) instanceof ObjectNode found && found.has("nodes")
                    ? found
                    : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
