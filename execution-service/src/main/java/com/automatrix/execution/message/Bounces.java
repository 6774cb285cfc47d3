package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.message.Deliveries.Word;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes mail servers' reports of e-mails that were sent. Only who knows an e-mail's Message-ID can report of it. */
@Component
public class Bounces {

    private static final Logger log = LoggerFactory.getLogger(Bounces.class);

    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final TransactionTemplate transaction;

    Bounces(Deliveries deliveries, Suppressions suppressions, TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.suppressions = suppressions;
        this.transaction = transaction;
    }

    /** Notes what an e-mail reports; false if it reports of nothing that was sent here. */
    public boolean take(byte[] mail) {
        boolean isOurs = false;
        for (Bounce bounce : Bounce.read(mail)) {
            isOurs |= Boolean.TRUE.equals(transaction.execute(status -> take(bounce)));
        }
        return isOurs;
    }

    private boolean take(Bounce bounce) {
        if (bounce.isDelivery()) {
            return told(bounce, MessageState.DELIVERED, new Word(null, "The mail server says that it arrived."));
        }
        if (!bounce.isFailure()) {
            return false;
        }
        String reason = "Expected the e-mail to arrive, but a mail server says that it did not (%s)."
                .formatted(bounce.status());
        if (!bounce.isAddressBad()) {
            return told(bounce, MessageState.FAILED, new Word("mail.undelivered", reason));
        }
        boolean isOurs = told(bounce, MessageState.BOUNCED, new Word("mail.bounced", reason));
        if (isOurs) {
            suppressions.add(Channel.EMAIL, bounce.recipient(), reason);
        }
        return isOurs;
    }

    private boolean told(Bounce bounce, MessageState state, Word word) {
        boolean isOurs = deliveries
                .told(bounce.messageId(), bounce.recipient(), state, word)
                .isPresent();
        log.info("delivery report state={} status={} ours={}", state, bounce.status(), isOurs);
        return isOurs;
    }
}
