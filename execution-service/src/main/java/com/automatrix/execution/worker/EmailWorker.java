package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.execution.message.Email;
import com.automatrix.execution.message.Emails;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs {@code email.send}. */
@Component
final class EmailWorker implements StepWorker {

    private final Emails emails;
    private final ConfigReader configs;

    EmailWorker(Emails emails, ConfigReader configs) {
        this.emails = emails;
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
        if (config.subject() == null || config.body() == null) {
            return StepResult.failure(StepError.permanent(
                    "message.template-not-found",
                    "Expected a stored text \"%s\", but there are none yet: write subject and text in the step."
                            .formatted(config.template())));
        }
        Known known = Known.of(config.person(), config.personId());
        return emails.send(
                request,
                new Email(
                        config.to(),
                        Objects.requireNonNullElse(config.cc(), List.of()),
                        config.subject(),
                        config.body(),
                        config.html(),
                        Objects.requireNonNullElse(config.purpose(), Purpose.TRANSACTIONAL),
                        known.personId(),
                        known.person()));
    }
}
