package com.automatrix.execution.message;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports of one recipient of an e-mail that was sent earlier (RFC 3464).
 *
 * @param messageId the Message-ID of that e-mail
 * @param recipient in lower case
 * @param action failed, delayed, delivered, relayed or expanded
 * @param status such as 5.1.1
 */
record Bounce(String messageId, String recipient, String action, String status) {

    private static final int MOST_RECIPIENTS = 100;

    /** The reports of an e-mail; none if it is no report, or cannot be read. */
    static List<Bounce> read(byte[] mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            return message.isMimeType("multipart/report") && message.getContent() instanceof MimeMultipart parts
                    ? read(parts)
                    : List.of();
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    private static List<Bounce> read(MimeMultipart parts) throws MessagingException, IOException {
        List<InternetHeaders> groups = new ArrayList<>();
        String messageId = null;
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                groups.addAll(groups(part.getInputStream()));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                messageId = first(new InternetHeaders(part.getInputStream()), "Message-ID");
            }
        }
        return messageId == null ? List.of() : bounces(messageId.strip(), groups);
    }

    private static List<Bounce> bounces(String messageId, List<InternetHeaders> groups) {
        List<Bounce> bounces = new ArrayList<>();
        for (InternetHeaders group : groups) {
            String recipient = first(group, "Final-Recipient");
            String action = first(group, "Action");
            String status = first(group, "Status");
            if (recipient != null && action != null && status != null) {
                bounces.add(new Bounce(messageId, address(recipient), word(action), word(status)));
            }
        }
        return List.copyOf(bounces);
    }

    /** The fields of the message come first, then those of each recipient, with empty lines between. */
    private static List<InternetHeaders> groups(InputStream content) throws MessagingException, IOException {
        List<InternetHeaders> groups = new ArrayList<>();
        ByteArrayInputStream all = new ByteArrayInputStream(content.readAllBytes());
        while (all.available() > 0 && groups.size() <= MOST_RECIPIENTS) {
            groups.add(new InternetHeaders(all));
        }
        return groups;
    }

    private static @Nullable String first(InternetHeaders headers, String name) {
        for (Header header : Collections.list(headers.getAllHeaders())) {
            if (header.getName().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }

    /** Of {@code rfc822; marie@example.test}. */
    private static String address(String recipient) {
        return word(recipient.substring(recipient.indexOf(';') + 1)).replaceAll("^<|>$", "");
    }

    /** Without a comment behind it. */
    private static String word(String value) {
        return value.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }

    boolean isFailure() {
        return action.equals("failed");
    }

    boolean isDelivery() {
        return action.equals("delivered");
    }

    /** Whether nothing will ever reach the address: it, or its domain, does not exist. */
    boolean isAddressBad() {
        return isFailure() && isNoSuchAddress(status);
    }

    /** Whether a status of RFC 3463 says that there is no such address. */
    static boolean isNoSuchAddress(String status) {
        return status.matches("5\\.1\\.(?:1|2|3|6|10)");
    }
}
