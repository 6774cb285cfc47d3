package com.automatrix.ai.provider;

import com.automatrix.contracts.json.ContractJson;
import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * A turn of {@link Task.Act} in the words of the chat API. Inside this service it is one JSON document,
 * {@code {"calls": [{"id", "tool", "arguments"}]}} or {@code {"result": …}}, and what a call came to is
 * {@code {"id", "output"}} or {@code {"id", "error"}}.
 */
final class ToolCalls {

    private static final String CALLS = "calls";
    private static final String RESULT = "result";
    private static final String ARGUMENTS = "arguments";

    private ToolCalls() {}

    static void offer(ChatCompletionCreateParams.Builder params, Task.Act act) {
        for (Tool tool : act.tools()) {
            var parameters = FunctionParameters.builder();
            tool.parameters().forEach((key, value) -> parameters.putAdditionalProperty(key, JsonValue.from(value)));
            params.addTool(ChatCompletionFunctionTool.builder()
                    .function(FunctionDefinition.builder()
                            .name(tool.name())
                            .description(tool.description())
                            .parameters(parameters.build())
                            .build())
                    .build());
        }
        if (act.isLast() && !act.tools().isEmpty()) {
            params.toolChoice(ChatCompletionToolChoiceOption.Auto.NONE);
        }
    }

    /** The model's own earlier turn. */
    static ChatCompletionAssistantMessageParam turn(String document) {
        Map<String, Object> turn = object(document);
        var message = ChatCompletionAssistantMessageParam.builder();
        if (!(turn.get(CALLS) instanceof List<?> calls)) {
            Object result = turn.get(RESULT);
            return message.content(result instanceof String text ? text : write(result))
                    .build();
        }
        for (Object call : calls) {
            message.addToolCall(ChatCompletionMessageFunctionToolCall.builder()
                    .id(text(call, "id"))
                    .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                            .name(text(call, "tool").replace('.', '_'))
                            .arguments(write(field(call, ARGUMENTS)))
                            .build())
                    .build());
        }
        return message.build();
    }

    /** What one of its calls came to. */
    static ChatCompletionToolMessageParam outcome(String document) {
        return ChatCompletionToolMessageParam.builder()
                .toolCallId(text(object(document), "id"))
                .content(document)
                .build();
    }

    static boolean isCalling(ChatCompletionMessage message) {
        return message.toolCalls().filter(calls -> !calls.isEmpty()).isPresent();
    }

    /** The document of a turn that asks for tools. */
    static String calls(ChatCompletionMessage message, Task.Act act) {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (var call : message.toolCalls().orElse(List.of())) {
            if (call.isFunction()) {
                calls.add(call(call.asFunction(), act));
            }
        }
        return write(Map.of(CALLS, calls));
    }

    /** The document of a turn that answers; what is to be JSON and is none stays a text, which its check refuses. */
    static String result(String content, Task.Act act) {
        return write(Collections.singletonMap(RESULT, act.result() == null ? content : jsonOr(content)));
    }

    private static @Nullable Object jsonOr(String content) {
        try {
            return ContractJson.events().readValue(content, Object.class);
        } catch (JacksonException notJson) {
            return content;
        }
    }

    private static Map<String, Object> call(ChatCompletionMessageFunctionToolCall call, Task.Act act) {
        String name = call.function().name();
        String type = act.tools().stream()
                .filter(tool -> tool.name().equals(name))
                .map(Tool::type)
                .findFirst()
                .orElse(name);
        return Map.of("id", call.id(), "tool", type, ARGUMENTS, arguments(call));
    }

    private static Map<String, Object> arguments(ChatCompletionMessageFunctionToolCall call) {
        String written = call.function().arguments();
        try {
            return object(written.isBlank() ? "{}" : written);
        } catch (JacksonException notJson) {
            throw ProviderException.passing(
                    "ai.not-json", "Expected the arguments of a tool to be a JSON object, but they are not.", null);
        }
    }

    private static Map<String, Object> object(String document) {
        return ContractJson.events().readValue(document, new TypeReference<Map<String, Object>>() {});
    }

    private static String write(@Nullable Object tree) {
        return ContractJson.events().writeValueAsString(tree);
    }

    private static @Nullable Object field(Object tree, String name) {
        return tree instanceof Map<?, ?> object ? object.get(name) : null;
    }

    private static String text(Object tree, String name) {
        return String.valueOf(field(tree, name));
    }
}
