package com.automatrix.ai.prompt;

import com.automatrix.ai.provider.Message;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A test of a prompt.
 *
 * @param beside what is sent after the prompt's own messages, as a step adds its own; null: nothing
 * @param earlier what a model once answered, to be compared by people; nothing is expected of it
 */
record PromptCase(
        @NotBlank @Size(max = 120) String name,
        @NotNull Map<String, @Nullable Object> variables,
        @Nullable @Size(max = 20) List<@NotNull @Valid Beside> beside,
        @NotNull @Valid Expected expect,
        @Nullable String earlier) {

    List<Message> besideMessages() {
        return Objects.requireNonNullElse(beside, List.<Beside>of()).stream()
                .map(Beside::message)
                .toList();
    }

    /** A message of a step: its author's words or data. */
    record Beside(@NotNull Role role, @NotBlank String text) {

        enum Role {
            INSTRUCTIONS,
            DATA
        }

        Message message() {
            return new Message(Message.Role.valueOf(role.name()), text);
        }
    }

    /**
     * What has to come of it; what is left out is not looked at. Without anything, each answer will do that fits the
     * prompt.
     *
     * @param exactly what the answer must be, but for blanks around it
     * @param contains what must be in the answer, in any letters
     * @param excludes what must not be
     * @param label that the answer must be or, in an answer with fields, that one of them must have
     * @param fields that the answer must have; of an object only those that are named are compared, of everything else
     *     the whole
     * @param schema that the answer must fit, beside the prompt's own
     */
    record Expected(
            @Nullable @Size(max = 20_000) String exactly,
            @Nullable @Size(max = 20) List<@NotBlank String> contains,
            @Nullable @Size(max = 20) List<@NotBlank String> excludes,
            @Nullable String label,
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable Map<String, Object> schema) {}
}
