package com.automatrix.ai.step;

import com.automatrix.ai.provider.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The config of {@code ai.generate}. */
record GenerateConfig(
        @Nullable String prompt,
        @Nullable PromptRef promptRef,
        @Nullable Map<String, @Nullable Object> variables,
        @Nullable String text,
        @Nullable Long maxTokens,
        @Nullable Double temperature,
        @Nullable String model,
        @Nullable Policy policy,
        @Nullable Fallback fallback,
        @Nullable Boolean cache) {

    /** A stored prompt; without a version the newest. */
    record PromptRef(UUID id, @Nullable Integer version) {}

    /** The step's own instructions, after those of a stored prompt. */
    List<Message> after(List<Message> stored) {
        List<Message> messages = new ArrayList<>(stored);
        messages.add(Message.instructions(prompt == null ? "" : prompt));
        return messages;
    }

    /** What is sent: the prompt's messages, the rules for the text, and the data. */
    List<Message> messages(List<Message> prompted) {
        List<Message> messages = new ArrayList<>(prompted);
        messages.add(Message.instructions(checked().asInstructions()));
        if (text != null && !text.isBlank()) {
            messages.add(Message.data(text));
        }
        return messages;
    }

    /** What the facts of the answer may come from. */
    List<Message> given(List<Message> prompted) {
        String footer = checked().footer();
        List<Message> given = new ArrayList<>(prompted);
        given.add(Message.instructions(footer == null ? "" : footer));
        given.add(Message.data(text == null ? "" : text));
        return given;
    }

    Policy checked() {
        return policy == null ? Policy.DEFAULT : policy;
    }
}
