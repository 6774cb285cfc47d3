package com.automatrix.ai.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.ai.ScriptedAi;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.responses.ResponseCreateParams;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scripted server speaks the API as the official client reads it. */
class ScriptedAiTest {

    private static final ScriptedAi SERVER = ScriptedAi.start(0);
    private static final OpenAIClient CLIENT = OpenAIOkHttpClient.builder()
            .apiKey("none")
            .baseUrl(SERVER.url())
            .maxRetries(0)
            .build();

    @BeforeAll
    static void forget() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @Test
    void a_streamed_chat_says_the_same_as_a_whole_one() {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .model("scripted-ok")
                .addUserMessage("Is the blue Forte still there? I can come today.")
                .build();

        String whole = CLIENT.chat()
                .completions()
                .create(params)
                .choices()
                .getFirst()
                .message()
                .content()
                .orElseThrow();
        String streamed;
        try (var stream = CLIENT.chat().completions().createStreaming(params)) {
            streamed = stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .collect(Collectors.joining());
        }

        assertThat(whole).contains("Is the blue Forte still there?").isEqualTo(streamed);
    }

    @Test
    void a_response_has_its_text_and_its_usage_whole_and_streamed() {
        ResponseCreateParams params = ResponseCreateParams.builder()
                .model("scripted-ok")
                .instructions("Answer politely.")
                .input("Do you open on Sunday?")
                .build();

        var response = CLIENT.responses().create(params);
        String text = response.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(part -> part.text())
                .collect(Collectors.joining());
        String streamed;
        try (var stream = CLIENT.responses().createStreaming(params)) {
            streamed = stream.stream()
                    .flatMap(event -> event.outputTextDelta().stream())
                    .map(delta -> delta.delta())
                    .collect(Collectors.joining());
        }

        assertThat(text).contains("Do you open on Sunday?").isEqualTo(streamed);
        assertThat(response.usage().orElseThrow().inputTokens()).isPositive();
    }

    @Test
    void a_tool_is_called_with_arguments_that_fit_it() {
        var completion = CLIENT.chat()
                .completions()
                .create(ChatCompletionCreateParams.builder()
                        .model("scripted-ok")
                        .addUserMessage("vin: 1HGCM82633A004352")
                        .addTool(ChatCompletionFunctionTool.builder()
                                .function(FunctionDefinition.builder()
                                        .name("decode_vin")
                                        .parameters(FunctionParameters.builder()
                                                .putAdditionalProperty("type", JsonValue.from("object"))
                                                .putAdditionalProperty(
                                                        "properties",
                                                        JsonValue.from(Map.of("vin", Map.of("type", "string"))))
                                                .build())
                                        .build())
                                .build())
                        .build());

        var call = completion
                .choices()
                .getFirst()
                .message()
                .toolCalls()
                .orElseThrow()
                .getFirst();
        assertThat(call.asFunction().function().name()).isEqualTo("decode_vin");
        assertThat(call.asFunction().function().arguments()).isEqualTo("{\"vin\":\"1HGCM82633A004352\"}");
    }
}
