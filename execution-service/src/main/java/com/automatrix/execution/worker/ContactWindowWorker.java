package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.Addresses;
import com.automatrix.execution.consent.ContactDecision.Defer;
import com.automatrix.execution.consent.ContactDecision.Refuse;
import com.automatrix.execution.consent.ContactDecision.Send;
import com.automatrix.execution.consent.ContactQuestions;
import com.automatrix.execution.consent.ContactQuestions.Recipient;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs {@code auto.contactWindow}: says what the message steps would decide now. */
@Component
final class ContactWindowWorker implements StepWorker {

    private static final String ALLOWED = "allowed";
    private static final String LATER = "later";
    private static final String NEVER = "never";
    private static final String REASON = "reason";

    private final ContactQuestions questions;
    private final ConfigReader configs;

    ContactWindowWorker(ContactQuestions questions, ConfigReader configs) {
        this.questions = questions;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "auto.contactWindow";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, ContactWindowConfig.class, this::ask);
    }

    private StepResult ask(ContactWindowConfig config) {
        Known known = Known.of(config.person(), null);
        List<String> addresses = Addresses.of(known.person(), config.channel());
        if (addresses.isEmpty()) {
            return answer(
                    Map.of(
                            ALLOWED,
                            false,
                            REASON,
                            "Expected a person with an address for %s, but none is known.".formatted(config.channel())),
                    NEVER);
        }
        return switch (questions.ask(new Recipient(
                config.channel(),
                Objects.requireNonNullElse(config.purpose(), Purpose.TRANSACTIONAL),
                addresses.getFirst(),
                known.personId(),
                known.person()))) {
            case Send(var reason) -> answer(Map.of(ALLOWED, true, REASON, reason), ALLOWED);
            case Defer(var until, var reason) ->
                answer(Map.of(ALLOWED, false, REASON, reason, "nextWindow", until.toString()), LATER);
            case Refuse(var code, var reason) -> answer(Map.of(ALLOWED, false, REASON, reason, "code", code), NEVER);
        };
    }

    private static StepResult answer(Map<String, Object> output, String handle) {
        return StepResult.success(output, List.of(handle));
    }
}
