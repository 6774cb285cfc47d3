package com.automatrix.ai.provider;

import java.util.Optional;

/** Has a text written by an OpenAI-compatible endpoint. */
final class OpenAiGenerator implements Generator {

    private final OpenAiChat chat;

    OpenAiGenerator(OpenAiChat chat) {
        this.chat = chat;
    }

    @Override
    public Generation generate(GenerateRequest request) {
        String text = request.text();
        return chat.ask(chat.request(request.model())
                .addSystemMessage(request.instructions())
                // A chat endpoint expects at least one message of the user.
                .addUserMessage(text == null || text.isBlank() ? "Go ahead." : text)
                .maxCompletionTokens(Optional.ofNullable(request.maxTokens()))
                .temperature(Optional.ofNullable(request.temperature()))
                .build());
    }
}
