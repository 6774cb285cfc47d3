package com.automatrix.execution.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider of text messages, by the interface of Twilio; without an account they go into the outbox.
 *
 * @param baseUrl where its API is
 * @param credential the name of a credential with account and secret, as user name and password, instead of the next two
 * @param accountSid the account; empty or null is none
 * @param authToken its secret, which receipts are signed with too
 * @param from the number that texts come from, as +15145550100
 * @param receiptsUrl the public address of {@code /api/messages/receipts/twilio}; null asks for no receipts
 * @param timeout how long to wait for its answer
 */
@ConfigurationProperties("automatrix.sms")
record SmsProperties(
        @DefaultValue("https://api.twilio.com") String baseUrl,
        @Nullable String credential,
        @Nullable String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @Nullable String receiptsUrl,
        @DefaultValue("20s") Duration timeout) {

    boolean hasAccount() {
        return isGiven(accountSid) || isGiven(credential);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "SmsProperties[credential=%s, accountSid=%s]".formatted(credential, accountSid);
    }
}
