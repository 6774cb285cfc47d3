package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepError;
import com.automatrix.execution.consent.Purpose;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands e-mails to a mail server. */
final class SmtpOutlet implements Outlet {

    private static final String PROVIDER = "SMTP";

    private final JavaMailSender mail;
    private final MailProperties properties;
    private final Supplier<Store> store;

    SmtpOutlet(JavaMailSender mail, MailProperties properties, Supplier<Store> store) {
        this.mail = mail;
        this.properties = properties;
        this.store = store;
    }

    @Override
    public Handover handOver(Message message) {
        String id = messageId(message);
        MimeMessage letter;
        try {
            letter = letter(message, id);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            return new Handover.Rejected(
                    StepError.permanent(
                            "mail.unwritable", "Expected an e-mail that can be written, but its parts do not fit."),
                    false);
        }
        try {
            mail.send(letter);
            return new Handover.Accepted(MessageState.SENT, PROVIDER, id, null);
        } catch (MailException failed) {
            return SmtpReply.of(failed);
        }
    }

    private MimeMessage letter(Message message, String id) throws MessagingException, UnsupportedEncodingException {
        MimeMessage letter = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(letter, true, StandardCharsets.UTF_8.name());
        String from = message.sender() == null ? properties.from() : message.sender();
        helper.setFrom(new InternetAddress(from, store.get().name()));
        String replyTo = properties.replyTo() == null ? from : properties.replyTo();
        helper.setReplyTo(replyTo);
        helper.setTo(message.to());
        if (message.copies() != null) {
            helper.setCc(message.copies().split(", ", -1));
        }
        helper.setSubject(orEmpty(message.subject()));
        helper.setText(message.text(), orEmpty(message.html()));
        letter.setHeader("Message-ID", id);
        if (message.purpose() == Purpose.MARKETING) {
            letter.setHeader("List-Unsubscribe", "<mailto:%s?subject=unsubscribe>".formatted(replyTo));
        }
        return letter;
    }

    /** The message's own, so that a repeat has the same, and a bounce tells what it is about. */
    private String messageId(Message message) {
        String domain = properties.from().substring(properties.from().indexOf('@') + 1);
        return "<%s@%s>".formatted(message.id(), domain);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
