package com.automatrix.ai.prompt;

import com.automatrix.ai.privacy.Redaction;
import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The way back from messages that were redacted to the values that a prompt made them of. */
final class PromptValues {

    private static final Pattern TOKEN = Pattern.compile("\\[\\[[A-Z]+_\\d+]]");
    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?";

    /** Stands in the instructions for a variable without a value. */
    private static final String NO_VALUE = "null";

    private PromptValues() {}

    /**
     * Values, with tokens in place of personal data.
     *
     * @param messages how many of the messages they were read from: the prompt's own
     */
    record Read(Map<String, @Nullable Object> values, int messages) {}

    /** Empty if the first message is not what the prompt's instructions become. */
    static Optional<Read> read(PromptContent content, List<Message> messages) {
        Map<String, Object> variables = PromptText.inInstructions(content);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (!variables.isEmpty()) {
            Matcher told =
                    pattern(content, variables).matcher(messages.getFirst().text());
            if (!told.matches()) {
                return Optional.empty();
            }
            variables.forEach((name, schema) -> {
                String text = told.group(name(variables, name));
                if (!text.equals(NO_VALUE)) {
                    values.put(name, value(schema, text));
                }
            });
        }
        if (messages.size() > 1 && messages.get(1).role() == Message.Role.DATA) {
            return data(messages.get(1).text()).map(data -> {
                values.putAll(data);
                return new Read(values, 2);
            });
        }
        return Optional.of(new Read(values, 1));
    }

    /** The instructions as they were sent, with a group for each variable. What is personal in them was a token there. */
    private static Pattern pattern(PromptContent content, Map<String, Object> variables) {
        String instructions = new Redaction().redact(content.instructions());
        StringBuilder pattern = new StringBuilder();
        List<String> seen = new ArrayList<>();
        int copied = 0;
        Matcher places = PromptText.PLACEHOLDER.matcher(instructions);
        while (places.find()) {
            pattern.append(literally(instructions.substring(copied, places.start())));
            String name = places.group(1);
            String group = name(variables, name);
            if (seen.contains(name)) {
                pattern.append("\\k<").append(group).append('>');
            } else {
                pattern.append("(?<").append(group).append('>');
                pattern.append(alternatives(variables.get(name))).append(')');
                seen.add(name);
            }
            copied = places.end();
        }
        return Pattern.compile(
                pattern.append(literally(instructions.substring(copied))).toString());
    }

    /** Names of groups know no underscores. */
    private static String name(Map<String, Object> variables, String variable) {
        return "v" + new ArrayList<>(variables.keySet()).indexOf(variable);
    }

    /** The numbers of tokens depend on all messages. */
    private static String literally(String text) {
        return Arrays.stream(TOKEN.split(text, -1)).map(Pattern::quote).collect(Collectors.joining(TOKEN.pattern()));
    }

    private static String alternatives(@Nullable Object schema) {
        String known = candidates(schema)
                .map(all -> all.stream()
                        .map(String::valueOf)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")))
                .orElse(NUMBER);
        return known + "|" + NO_VALUE;
    }

    /** Empty: any number. */
    private static Optional<List<?>> candidates(@Nullable Object schema) {
        if (!(schema instanceof Map<?, ?> variable)) {
            return Optional.empty();
        }
        if (variable.get("enum") instanceof List<?> words) {
            return Optional.of(words);
        }
        if (variable.get("const") != null) {
            return Optional.of(List.of(variable.get("const")));
        }
        return "boolean".equals(variable.get("type")) ? Optional.of(List.of(true, false)) : Optional.empty();
    }

    private static @Nullable Object value(Object schema, String text) {
        Optional<List<?>> candidates = candidates(schema);
        if (candidates.isEmpty()) {
            return ContractJson.events().readValue(text, Object.class);
        }
        for (Object candidate : candidates.get()) {
            if (String.valueOf(candidate).equals(text)) {
                return candidate;
            }
        }
        return null;
    }

    private static Optional<Map<String, @Nullable Object>> data(String text) {
        try {
            if (!(ContractJson.events().readValue(text, Object.class) instanceof Map<?, ?> object)) {
                return Optional.empty();
            }
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            object.forEach((name, value) -> data.put(String.valueOf(name), value));
            return Optional.of(data);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
