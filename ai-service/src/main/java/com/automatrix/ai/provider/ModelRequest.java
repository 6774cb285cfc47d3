package com.automatrix.ai.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked, once.
 *
 * @param model the provider's own name of the model
 * @param schema of the answer; null: a text is wanted
 * @param maxTokens of the answer; null: the provider's own limit
 * @param temperature from 0 to 2; null: the model's own default
 * @param timeout of the whole answer; null: the provider's configured one
 */
public record ModelRequest(
        String model,
        Task task,
        List<Message> messages,
        @Nullable Map<String, Object> schema,
        @Nullable Long maxTokens,
        @Nullable Double temperature,
        @Nullable Duration timeout) {

    public ModelRequest {
        messages = List.copyOf(messages);
    }
}
