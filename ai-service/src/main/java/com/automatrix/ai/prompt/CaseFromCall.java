package com.automatrix.ai.prompt;

import com.automatrix.ai.prompt.PromptCase.Beside;
import com.automatrix.ai.prompt.PromptCase.Expected;
import com.automatrix.ai.prompt.PromptCaseStore.LoggedCall;
import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Makes a test of a call of the log. It holds what the log holds: tokens in place of personal data. Of an answer with
 * fields those are expected that have a closed set of values; the words of a text are another's each time.
 */
final class CaseFromCall {

    private CaseFromCall() {}

    /**
     * The test; empty if what was sent does not show which values the call had.
     *
     * @param content what the prompt said when it was called
     */
    static Optional<PromptCase> of(String name, LoggedCall call, PromptContent content) {
        return PromptValues.read(content, call.messages()).map(read -> {
            List<Beside> beside = beside(
                    call.messages().subList(read.messages(), call.messages().size()));
            return new PromptCase(
                    name,
                    read.values(),
                    beside.isEmpty() ? null : beside,
                    new Expected(null, null, null, null, fields(content, call.answer()), null),
                    call.answer());
        });
    }

    /** What followed before the model first answered. */
    private static List<Beside> beside(List<Message> messages) {
        List<Beside> beside = new ArrayList<>();
        for (Message message : messages) {
            switch (message.role()) {
                case INSTRUCTIONS -> add(beside, Beside.Role.INSTRUCTIONS, message.text());
                case DATA -> add(beside, Beside.Role.DATA, message.text());
                case ANSWER, CORRECTION, OUTCOME -> {
                    return beside;
                }
            }
        }
        return beside;
    }

    private static void add(List<Beside> beside, Beside.Role role, String text) {
        if (!text.isBlank()) {
            beside.add(new Beside(role, text));
        }
    }

    private static @Nullable Map<String, @Nullable Object> fields(PromptContent content, @Nullable String answer) {
        if (content.outputSchema() == null || answer == null) {
            return null;
        }
        Object schemas = content.outputSchema().get("properties");
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        try {
            if (ContractJson.events().readValue(answer, Object.class) instanceof Map<?, ?> answered) {
                answered.forEach((field, value) -> {
                    if (schemas instanceof Map<?, ?> known && isOneOfFew(known.get(field))) {
                        fields.put(String.valueOf(field), value);
                    }
                });
            }
        } catch (JacksonException notJson) {
            return null;
        }
        return fields.isEmpty() ? null : fields;
    }

    private static boolean isOneOfFew(@Nullable Object schema) {
        return schema instanceof Map<?, ?> field
                && (field.containsKey("enum") || field.containsKey("const") || "boolean".equals(field.get("type")));
    }
}
