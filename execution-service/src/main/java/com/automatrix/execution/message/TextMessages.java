package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.Addresses;
import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.ContactQuestions.Recipient;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.platform.worker.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Sends text messages: by a provider if one is set up, else into the outbox. */
@Component
public class TextMessages {

    private static final Outlet OUTBOX =
            message -> new Handover.Accepted(MessageState.OUTBOX, "OUTBOX", null, SmsSegments.count(message.text()));

    private static final String OPT_OUT = "Reply STOP to opt out.";
    private static final Pattern SAYS_STOP = Pattern.compile("\\bSTOP\\b");

    private final Messenger messenger;
    private final Outlet outlet;

    TextMessages(Messenger messenger, SmsProperties properties, SmsAccount account) {
        this.messenger = messenger;
        this.outlet = properties.hasAccount() ? new TwilioOutlet(properties, account::get) : OUTBOX;
    }

    public StepResult send(StepRequested request, TextMessage message) {
        Optional<String> to = Addresses.normal(Channel.SMS, message.to());
        if (to.isEmpty()) {
            return StepResult.failure(StepError.permanent(
                    "message.bad-address", "Expected one phone number to write to, but it is none."));
        }
        Recipient recipient =
                new Recipient(Channel.SMS, message.purpose(), to.get(), message.personId(), message.person());
        return messenger.send(
                request, new Draft(recipient, List.of(), null, null, text(message), null, message.resend()), outlet);
    }

    private static String text(TextMessage message) {
        return message.purpose() == Purpose.MARKETING
                        && !SAYS_STOP.matcher(message.text()).find()
                ? message.text().stripTrailing() + " " + OPT_OUT
                : message.text();
    }
}
