package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.execution.message.Email;
import com.automatrix.execution.message.Emails;
import com.automatrix.execution.message.MessageTexts;
import com.automatrix.execution.message.MessageTexts.Texts;
import com.automatrix.execution.message.MessageTexts.Unfilled;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs {@code email.send}. */
@Component
final class EmailWorker implements StepWorker {

    private final Emails emails;
    private final MessageTexts texts;
    private final ConfigReader configs;

    EmailWorker(Emails emails, MessageTexts texts, ConfigReader configs) {
        this.emails = emails;
        this.texts = texts;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "email.send";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, EmailConfig.class, config -> send(request, config));
    }

    private StepResult send(StepRequested request, EmailConfig config) {
        if (config.template() == null) {
            return send(
                    request,
                    config,
                    new Texts(
                            Objects.requireNonNullElse(config.subject(), ""),
                            Objects.requireNonNullElse(config.body(), ""),
                            config.html()));
        }
        return switch (texts.fill(config.template(), Objects.requireNonNullElse(config.values(), Map.of()))) {
            case Unfilled(var error) -> StepResult.failure(error);
            case Texts stored -> send(request, config, stored);
        };
    }

    private StepResult send(StepRequested request, EmailConfig config, Texts written) {
        Known known = Known.of(config.person(), config.personId());
        return emails.send(
                request,
                new Email(
                        config.to(),
                        Objects.requireNonNullElse(config.cc(), List.of()),
                        config.from(),
                        written.subject(),
                        written.text(),
                        written.html(),
                        Objects.requireNonNullElse(config.purpose(), Purpose.TRANSACTIONAL),
                        known.personId(),
                        known.person()));
    }
}
