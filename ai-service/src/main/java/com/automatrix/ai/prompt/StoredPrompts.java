package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Origin;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The prompts of the database. */
@Component
final class StoredPrompts implements Prompts {

    private final PromptService service;
    private final PromptText texts = new PromptText();

    StoredPrompts(PromptService service) {
        this.service = service;
    }

    @Override
    public AiCall call(
            String purpose, Origin origin, UUID id, @Nullable Integer version, Map<String, @Nullable Object> values) {
        var found = service.version(id, version);
        return texts.call(purpose, origin.withPrompt(id.toString(), found.version()), found.content(), values);
    }
}
