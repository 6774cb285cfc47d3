package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.Addresses;
import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.ContactQuestions.Recipient;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.platform.worker.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends e-mails: by a mail server if one is set up, else into the outbox. */
@Component
public class Emails {

    private static final Outlet OUTBOX = message -> new Handover.Accepted(MessageState.OUTBOX, "OUTBOX", null, null);

    private final Messenger messenger;
    private final DealershipSettings settings;
    private final MailProperties properties;
    private final Outlet outlet;

    Emails(
            Messenger messenger,
            DealershipSettings settings,
            ObjectProvider<JavaMailSender> mail,
            MailProperties properties) {
        this.messenger = messenger;
        this.settings = settings;
        this.properties = properties;
        JavaMailSender sender = mail.getIfAvailable();
        this.outlet = sender == null ? OUTBOX : new SmtpOutlet(sender, properties, () -> Store.of(settings.vars()));
    }

    /** By which way e-mails leave. */
    Outlet outlet() {
        return outlet;
    }

    public StepResult send(StepRequested request, Email email) {
        Optional<String> to = Addresses.normal(Channel.EMAIL, email.to());
        if (to.isEmpty()) {
            return failure("message.bad-address", "Expected one e-mail address to write to, but it is none.");
        }
        List<String> copies = new ArrayList<>();
        for (String copy : email.copies()) {
            Optional<String> address = Addresses.normal(Channel.EMAIL, copy);
            if (address.isEmpty()) {
                return failure("message.bad-address", "Expected e-mail addresses to copy to, but one is none.");
            }
            copies.add(address.get());
        }
        Optional<String> from = Optional.ofNullable(email.from()).flatMap(it -> Addresses.normal(Channel.EMAIL, it));
        if (email.from() != null && from.filter(properties::isOwn).isEmpty()) {
            return failure(
                    "message.foreign-sender",
                    "Expected an address of the dealership (%s) to write from, but it is another."
                            .formatted(String.join(", ", properties.ownDomains())));
        }
        Store store = Store.of(settings.vars());
        if (email.purpose() == Purpose.MARKETING && store.address() == null) {
            return failure(
                    "message.no-postal-address",
                    "Expected the dealership's postal address, which marketing e-mail must show, but the settings have none.");
        }
        Letter letter = Letter.of(email.text(), email.html(), email.purpose(), store);
        Recipient recipient = new Recipient(Channel.EMAIL, email.purpose(), to.get(), email.personId(), email.person());
        String subject = email.subject().replaceAll("\\s+", " ").strip();
        // Its Message-ID is the same each time, so the receiver can tell a repeat.
        return messenger.send(
                request,
                new Draft(recipient, copies, from.orElse(null), subject, letter.text(), letter.html(), true),
                outlet);
    }

    private static StepResult failure(String code, String message) {
        return StepResult.failure(StepError.permanent(code, message));
    }
}
