package com.automatrix.ai.step;

import com.automatrix.ai.provider.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config of {@code ai.generate}. */
record GenerateConfig(
        @Nullable String prompt,
        @Nullable PromptRef promptRef,
        @Nullable Map<String, @Nullable Object> variables,
        @Nullable String text,
        @Nullable Object data,
        @Nullable List<String> allowedFields,
        @Nullable Long maxTokens,
        @Nullable Double temperature,
        @Nullable String model,
        @Nullable Policy policy,
        @Nullable Fallback fallback,
        @Nullable Boolean cache)
        implements Prompted {

    /** What is sent: the prompt's messages, the rules for the text, and the data. */
    List<Message> messages(List<Message> prompted) {
        List<Message> messages = new ArrayList<>(prompted);
        messages.add(Message.instructions(checked().asInstructions()));
        messages.addAll(material().messages());
        return messages;
    }

    /** What the facts of the answer may come from. */
    List<Message> given(List<Message> prompted) {
        String footer = checked().footer();
        List<Message> given = new ArrayList<>(prompted);
        given.add(Message.instructions(footer == null ? "" : footer));
        given.addAll(material().messages());
        return given;
    }

    Policy checked() {
        return policy == null ? Policy.DEFAULT : policy;
    }

    Material material() {
        return new Material(text, data, allowedFields);
    }
}
