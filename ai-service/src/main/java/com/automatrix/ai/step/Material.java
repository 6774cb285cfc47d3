package com.automatrix.ai.step;

import com.automatrix.ai.privacy.AllowedFields;
import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a step gives a model to read: a text, and of a record the fields that the step lists.
 *
 * @param data an object or a list, as an event or an earlier step gave it
 * @param allowedFields see {@link AllowedFields}; null: none of the record goes
 */
record Material(
        @Nullable String text,
        @Nullable Object data,
        @Nullable List<String> allowedFields) {

    boolean isEmpty() {
        return messages().isEmpty();
    }

    /** A message for each: what is JSON is redacted by the names of its fields. */
    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            messages.add(Message.data(text));
        }
        Object picked = picked();
        if (picked != null) {
            messages.add(Message.data(ContractJson.events().writeValueAsString(picked)));
        }
        return messages;
    }

    String asText() {
        return textOf(messages());
    }

    /** What the data of a conversation says. */
    static String textOf(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.role() == Message.Role.DATA)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    /** Null if there is nothing in it: a plain value has no fields that could have been allowed. */
    private @Nullable Object picked() {
        if (data == null || allowedFields == null) {
            return null;
        }
        Object picked = new AllowedFields(allowedFields).pick(data);
        return switch (picked) {
            case Map<?, ?> object when !object.isEmpty() -> object;
            case List<?> list when !list.isEmpty() -> list;
            case null, default -> null;
        };
    }
}
