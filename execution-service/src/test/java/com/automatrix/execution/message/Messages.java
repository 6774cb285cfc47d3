package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.Purpose;
import java.time.Instant;
import java.util.UUID;

/** Messages in which only what a test is about is said. */
final class Messages {

    static final UUID ID = UUID.fromString("01970000-0000-7000-8000-0000000000f1");
    static final UUID EXECUTION = UUID.fromString("01970000-0000-7000-8000-0000000000e1");

    private static final Instant NOW = Instant.parse("2026-05-05T14:00:00Z");

    private Messages() {}

    static Message email(String to, Purpose purpose) {
        Letter letter =
                Letter.of("Hello Marie", null, purpose, new Store("Lakeside Motors", "100 Shoreline Drive", null));
        return message(Channel.EMAIL, purpose, to, letter.text(), letter.html());
    }

    static Message text(String to, String text) {
        return message(Channel.SMS, Purpose.TRANSACTIONAL, to, text, null);
    }

    private static Message message(
            Channel channel, Purpose purpose, String to, String text, @org.jspecify.annotations.Nullable String html) {
        return new Message(
                ID,
                EXECUTION,
                "send[2]",
                "send",
                EXECUTION,
                channel,
                purpose,
                to,
                null,
                null,
                null,
                channel == Channel.EMAIL ? "Your request" : null,
                text,
                html,
                MessageState.SENDING,
                null,
                "The person has consented.",
                null,
                null,
                null,
                null,
                NOW,
                NOW,
                NOW,
                false);
    }
}
