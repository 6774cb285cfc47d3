package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.prompt.Asking.Outcome;
import com.automatrix.ai.prompt.PromptRequests.Try;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks several models side by side for a person who writes a prompt. */
@Component
final class PromptTrials {

    private final PromptService service;
    private final Asking asking;
    private final PromptText texts = new PromptText();

    PromptTrials(PromptService service, Asking asking) {
        this.service = service;
        this.asking = asking;
    }

    List<Outcome> tryOut(UUID id, Try request) {
        PromptSubject subject = service.subject(id, request.version(), request.content());
        Origin origin = Origin.NONE.withPrompt(id.toString(), subject.version());
        AiCall call = texts.call("prompt.try", origin, subject.content(), request.variables());
        return Asking.atOnce(
                request.models(),
                model -> asking.ask(call.withModel(model), model).outcome());
    }
}
