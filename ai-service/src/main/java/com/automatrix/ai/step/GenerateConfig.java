package com.automatrix.ai.step;

import com.automatrix.ai.provider.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The config of {@code ai.generate}. */
record GenerateConfig(
        @Nullable String prompt,
        @Nullable String text,
        @Nullable Long maxTokens,
        @Nullable Double temperature,
        @Nullable String model) {

    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.instructions(prompt == null ? "" : prompt));
        if (text != null && !text.isBlank()) {
            messages.add(Message.data(text));
        }
        return messages;
    }
}
