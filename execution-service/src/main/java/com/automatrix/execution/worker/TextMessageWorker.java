package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.execution.message.MessageTexts;
import com.automatrix.execution.message.MessageTexts.Texts;
import com.automatrix.execution.message.MessageTexts.Unfilled;
import com.automatrix.execution.message.TextMessage;
import com.automatrix.execution.message.TextMessages;
import com.automatrix.execution.worker.TextMessageConfig.OnUnknown;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs {@code sms.send}. */
@Component
final class TextMessageWorker implements StepWorker {

    private final TextMessages messages;
    private final MessageTexts texts;
    private final ConfigReader configs;

    TextMessageWorker(TextMessages messages, MessageTexts texts, ConfigReader configs) {
        this.messages = messages;
        this.texts = texts;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "sms.send";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, TextMessageConfig.class, config -> send(request, config));
    }

    private StepResult send(StepRequested request, TextMessageConfig config) {
        if (config.template() == null) {
            return send(request, config, Objects.requireNonNullElse(config.body(), ""));
        }
        return switch (texts.fill(config.template(), Objects.requireNonNullElse(config.values(), Map.of()))) {
            case Unfilled(var error) -> StepResult.failure(error);
            case Texts stored -> send(request, config, stored.text());
        };
    }

    private StepResult send(StepRequested request, TextMessageConfig config, String text) {
        Known known = Known.of(config.person(), config.personId());
        return messages.send(
                request,
                new TextMessage(
                        config.to(),
                        text,
                        Objects.requireNonNullElse(config.purpose(), Purpose.TRANSACTIONAL),
                        known.personId(),
                        known.person(),
                        config.onUnknown() == OnUnknown.RESEND));
    }
}
