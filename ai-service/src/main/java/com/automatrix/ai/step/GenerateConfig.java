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
        @Nullable String model,
        @Nullable Policy policy,
        @Nullable Fallback fallback,
        @Nullable Boolean cache) {

    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.instructions(prompt == null ? "" : prompt));
        messages.add(Message.instructions(checked().asInstructions()));
        if (text != null && !text.isBlank()) {
            messages.add(Message.data(text));
        }
        return messages;
    }

    /** What the facts of the answer may come from. */
    List<Message> given() {
        String footer = checked().footer();
        return List.of(
                Message.instructions(prompt == null ? "" : prompt),
                Message.instructions(footer == null ? "" : footer),
                Message.data(text == null ? "" : text));
    }

    Policy checked() {
        return policy == null ? Policy.DEFAULT : policy;
    }
}
