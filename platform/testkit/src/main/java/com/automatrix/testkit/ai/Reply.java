package com.automatrix.testkit.ai;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the model is made to say.
 *
 * @param finish why it ended, in the words of the chat API
 * @param tool the function that it calls instead of answering; {@code text} then holds the arguments
 */
record Reply(String text, String finish, @Nullable String tool) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply of(String text) {
        return new Reply(text, "stop", null);
    }

    /** What a script says of the answer, else an answer made of the request. */
    static Reply to(Prompt prompt, String script) {
        return switch (script) {
            case "empty" -> of("");
            case "truncated" -> new Reply(start(answer(prompt)), "length", null);
            case "refused" -> new Reply("", "content_filter", null);
            case "not-json" -> of("Sure, here is what you asked for!");
            case "wrong-schema" -> of("{\"unexpected\":true}");
            case "wrong-then-right" -> prompt.isSecondRound() ? good(prompt) : of("{\"unexpected\":true}");
            case "invented" -> of(answer(prompt) + " It is yours for $12,345 at 1.9% APR.");
            case "invented-then-right" ->
                prompt.isSecondRound() ? good(prompt) : of(answer(prompt) + " It is yours for $12,345.");
            case "forbidden" -> of(answer(prompt) + " Approval is guaranteed.");
            default -> good(prompt);
        };
    }

    private static Reply good(Prompt prompt) {
        JsonNode tool = prompt.tool();
        if (tool != null) {
            String arguments = JSON.writeValueAsString(new SchemaAnswers(prompt).document(tool.path("parameters")));
            return new Reply(arguments, "tool_calls", tool.path("name").asString("tool"));
        }
        return of(answer(prompt));
    }

    private static String answer(Prompt prompt) {
        if (ScriptedDraft.isWanted(prompt)) {
            return ScriptedDraft.answer(prompt);
        }
        JsonNode schema = prompt.schema();
        return schema == null
                ? Prose.answer(prompt)
                : JSON.writeValueAsString(new SchemaAnswers(prompt).document(schema));
    }

    private static String start(String text) {
        return text.substring(0, text.length() / 2);
    }
}
