package com.automatrix.ai.provider;

import com.automatrix.contracts.message.Usage;
import com.openai.client.OpenAIClient;
import com.openai.core.RequestOptions;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.completions.CompletionUsage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An endpoint that speaks OpenAI's chat API; each unusable answer has its own code. */
final class OpenAiProvider implements Provider {

    private final String name;
    private final AiProperties.Endpoint properties;
    private final Supplier<OpenAIClient> client;

    /**
     * Asks with the given settings.
     *
     * @param client called for each request; throws {@link ProviderException} if its key cannot be had
     */
    OpenAiProvider(String name, AiProperties.Endpoint properties, Supplier<OpenAIClient> client) {
        this.name = name;
        this.properties = properties;
        this.client = client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double confidenceMin() {
        return properties.confidenceMin();
    }

    @Override
    public List<String> models() {
        return Stream.concat(Stream.of(properties.model()), properties.models().stream())
                .distinct()
                .toList();
    }

    @Override
    public Limits limits() {
        return new Limits(properties.concurrency(), properties.requestsPerMinute());
    }

    @Override
    public ModelAnswer ask(ModelRequest request) {
        OpenAIClient ready = client.get();
        ChatCompletion completion;
        try {
            completion = ready.chat()
                    .completions()
                    .create(OpenAiMessages.params(request, properties.structuredOutput()), options(request));
        } catch (RuntimeException e) {
            throw OpenAiErrors.asProviderException(e);
        }
        Usage usage = usageOf(completion, request);
        try {
            return new ModelAnswer(answerOf(completion, request.task()), usage);
        } catch (ProviderException e) {
            throw e.spending(usage);
        }
    }

    private RequestOptions options(ModelRequest request) {
        return RequestOptions.builder()
                .timeout(request.timeout() == null ? properties.timeout() : request.timeout())
                .build();
    }

    private static String answerOf(ChatCompletion completion, Task task) {
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
        if (task instanceof Task.Act act && ToolCalls.isCalling(choice.message())) {
            return ToolCalls.calls(choice.message(), act);
        }
        return choice.message()
                .content()
                .filter(content -> !content.isBlank())
                .map(content -> task instanceof Task.Act act ? ToolCalls.result(content, act) : content)
                .orElseThrow(() ->
                        ProviderException.passing("ai.empty", "Expected an answer, but the model's was empty.", null));
    }

    private static Usage usageOf(ChatCompletion completion, ModelRequest request) {
        Optional<CompletionUsage> usage = completion.usage();
        return new Usage(
                completion.model().isBlank() ? request.model() : completion.model(),
                usage.map(CompletionUsage::promptTokens).orElse(0L),
                usage.map(CompletionUsage::completionTokens).orElse(0L),
                null);
    }
}
