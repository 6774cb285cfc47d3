package com.automatrix.ai.provider;

import com.automatrix.contracts.json.ContractJson;
import com.openai.core.JsonValue;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request in the words of the chat API: instructions are the system's, each piece of data is a user's message. */
final class OpenAiMessages {

    private OpenAiMessages() {}

    static ChatCompletionCreateParams params(ModelRequest request, boolean structuredOutput) {
        var params = ChatCompletionCreateParams.builder()
                .model(request.model())
                .maxCompletionTokens(Optional.ofNullable(request.maxTokens()))
                .temperature(Optional.ofNullable(request.temperature()));
        Task.Act act = request.task() instanceof Task.Act acting ? acting : null;
        request.messages().forEach(message -> add(params, message, act != null));
        if (act != null) {
            ToolCalls.offer(params, act);
        }
        if (request.messages().stream().noneMatch(message -> message.role() == Message.Role.DATA)) {
            // A chat endpoint expects at least one message of the user.
            params.addUserMessage("Go ahead.");
        }
        Map<String, Object> schema = act == null ? request.schema() : act.result();
        if (schema != null) {
            if (structuredOutput) {
                params.responseFormat(format(schema));
            } else {
                params.addSystemMessage("Answer with one JSON document that fits this JSON Schema, and nothing else:\n"
                        + ContractJson.events().writeValueAsString(schema));
            }
        }
        return params.build();
    }

    private static void add(ChatCompletionCreateParams.Builder params, Message message, boolean isActing) {
        switch (message.role()) {
            case INSTRUCTIONS -> params.addSystemMessage(message.text());
            case DATA, CORRECTION -> params.addUserMessage(message.text());
            case ANSWER -> {
                if (isActing) {
                    params.addMessage(ToolCalls.turn(message.text()));
                } else {
                    params.addAssistantMessage(message.text());
                }
            }
            case OUTCOME -> params.addMessage(ToolCalls.outcome(message.text()));
        }
    }

    private static ResponseFormatJsonSchema format(Map<String, Object> schema) {
        var tree = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
        schema.forEach((key, value) -> tree.putAdditionalProperty(key, JsonValue.from(value)));
        return ResponseFormatJsonSchema.builder()
                .jsonSchema(ResponseFormatJsonSchema.JsonSchema.builder()
                        .name("answer")
                        .strict(isStrict(schema))
                        .schema(tree.build())
                        .build())
                .build();
    }

    /** Whether every object of a schema is closed and needs all its fields, as the provider's strict mode demands. */
    static boolean isStrict(Object schema) {
        return switch (schema) {
            case List<?> list -> list.stream().allMatch(OpenAiMessages::isStrict);
            case Map<?, ?> map -> isClosed(map) && map.values().stream().allMatch(OpenAiMessages::isStrict);
            default -> true;
        };
    }

    private static boolean isClosed(Map<?, ?> schema) {
        if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
            return !"object".equals(schema.get("type"));
        }
        return Boolean.FALSE.equals(schema.get("additionalProperties"))
                && schema.get("required") instanceof List<?> required
                && Set.copyOf(required).equals(properties.keySet());
    }
}
