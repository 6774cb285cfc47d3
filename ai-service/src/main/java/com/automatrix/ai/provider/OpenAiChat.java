package com.automatrix.ai.provider;

import com.automatrix.contracts.message.Usage;
import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of an OpenAI-compatible chat endpoint; each unusable answer has its own code. */
final class OpenAiChat {

    private final Supplier<OpenAIClient> client;
    private final AiProperties.OpenAi properties;

    /**
     * Asks with the given settings.
     *
     * @param client made when it is first needed
     */
    OpenAiChat(Supplier<OpenAIClient> client, AiProperties.OpenAi properties) {
        this.client = client;
        this.properties = properties;
    }

    /** A request to the asked model, or to the configured one. */
    ChatCompletionCreateParams.Builder request(@Nullable String model) {
        return ChatCompletionCreateParams.builder()
                .model(model == null || model.isBlank() ? properties.model() : model);
    }

    /**
     * Asks, and reads a whole answer.
     *
     * @throws ProviderException when there is none
     */
    Generation ask(ChatCompletionCreateParams params) {
        ChatCompletion completion;
        try {
            completion = client.get().chat().completions().create(params);
        } catch (RuntimeException e) {
            throw OpenAiErrors.asProviderException(e);
        }
        return new Generation(answerOf(completion), usageOf(completion));
    }

    private static String answerOf(ChatCompletion completion) {
        if (completion.choices().isEmpty()) {
            throw ProviderException.passing("ai.empty", "Expected an answer, but the model gave none.", null);
        }
        var choice = completion.choices().getFirst();
        String reason = choice.finishReason().asString();
        if (choice.message().refusal().isPresent() || reason.equals("content_filter")) {
            throw ProviderException.lasting(
                    "ai.refused", "Expected an answer, but the model refused to give one.", null);
        }
        if (reason.equals("length")) {
            throw ProviderException.lasting(
                    "ai.truncated",
                    "Expected a whole answer, but it was cut at the token limit; raise maxTokens.",
                    null);
        }
        return choice.message()
                .content()
                .filter(content -> !content.isBlank())
                .orElseThrow(() ->
                        ProviderException.passing("ai.empty", "Expected an answer, but the model's was empty.", null));
    }

    private static Usage usageOf(ChatCompletion completion) {
        Optional<CompletionUsage> usage = completion.usage();
        return new Usage(
                completion.model(),
                usage.map(CompletionUsage::promptTokens).orElse(0L),
                usage.map(CompletionUsage::completionTokens).orElse(0L),
                null);
    }
}
