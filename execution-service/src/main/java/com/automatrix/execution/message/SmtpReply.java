package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepError;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads what a mail server said when it did not take an e-mail. */
final class SmtpReply {

    private static final int PERMANENT = 500;
    private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    private SmtpReply() {}

    /** A reply of the server, which is the last word on the e-mail. */
    private record Reply(int code, boolean isAboutAddress) {}

    static Handover of(MailException failed) {
        Set<Throwable> causes = causes(failed);
        if (causes.stream().anyMatch(AuthenticationFailedException.class::isInstance)
                || failed instanceof MailAuthenticationException) {
            return rejected(
                    StepError.permanent(
                            "mail.sign-in-refused",
                            "Expected the mail server to accept our user name and password, but it refused them."),
                    false);
        }
        if (causes.stream().anyMatch(MailConnectException.class::isInstance)) {
            return rejected(
                    StepError.passing(
                            "mail.unreachable", "Expected the mail server to answer, but it cannot be reached."),
                    false);
        }
        Optional<Reply> reply =
                causes.stream().map(SmtpReply::reply).flatMap(Optional::stream).findFirst();
        return reply.map(SmtpReply::told)
                .orElseGet(() -> new Handover.Unknown("the connection to the mail server broke"));
    }

    private static Handover told(Reply reply) {
        String sentence =
                "Expected the mail server to take the e-mail, but it answered with %d.".formatted(reply.code());
        return reply.code() < PERMANENT
                ? rejected(StepError.passing("mail.refused-for-now", sentence), false)
                : rejected(StepError.permanent("mail.refused", sentence), reply.isAboutAddress());
    }

    private static Handover rejected(StepError error, boolean isAddressBad) {
        return new Handover.Rejected(error, isAddressBad);
    }

    private static Optional<Reply> reply(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address ->
                Optional.of(new Reply(address.getReturnCode(), isNoSuchAddress(address)));
            case SMTPSenderFailedException sender -> Optional.of(new Reply(sender.getReturnCode(), false));
            case SMTPSendFailedException send
            when send.getReturnCode() > 0 -> Optional.of(new Reply(send.getReturnCode(), false));
            default -> Optional.empty();
        };
    }

    /**
     * RFC 5321: the mailbox does not exist, is not local, or its name is not allowed. What the server says more exactly (RFC
     * 3463) counts before that: many answer 550 5.7.1 to whom they do not know, whoever it is to.
     */
    private static boolean isNoSuchAddress(SMTPAddressFailedException failed) {
        Matcher status = STATUS.matcher(String.valueOf(failed.getMessage()));
        if (status.find()) {
            return Bounce.isNoSuchAddress(status.group(1));
        }
        int code = failed.getReturnCode();
        return code == 550 || code == 551 || code == 553;
    }

    /** All that is behind a failure, the more telling ones first: those about one address. */
    private static Set<Throwable> causes(MailException failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failed);
        Set<Throwable> ordered = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Throwable next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            ordered.add(next);
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof MailSendException send) {
                Collections.addAll(open, send.getMessageExceptions());
            }
            if (next instanceof MessagingException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
        }
        return addressesFirst(ordered);
    }

    private static Set<Throwable> addressesFirst(Set<Throwable> causes) {
        Set<Throwable> ordered = new LinkedHashSet<>();
        causes.stream().filter(SMTPAddressFailedException.class::isInstance).forEach(ordered::add);
        ordered.addAll(causes);
        return ordered;
    }
}
