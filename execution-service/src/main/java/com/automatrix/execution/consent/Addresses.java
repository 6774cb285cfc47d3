package com.automatrix.execution.consent;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses in the one form in which they are kept and compared: E.164 for numbers, small letters for e-mail. */
public final class Addresses {

    private static final String HERE = "US";
    private static final int LONGEST_EMAIL = 254;

    /** One address and nothing else; what a mail server makes of it is the server's business. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()\\[\\]]{1,64}@[^\\s@<>,;:\"()\\[\\]]{1,190}");

    private Addresses() {}

    /** The address in its one form; empty if it is none for the channel. */
    public static Optional<String> normal(Channel channel, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return switch (channel) {
            case EMAIL -> email(text.strip());
            case SMS, VOICE -> phone(text.strip());
        };
    }

    /** The person's addresses for the channel, the preferred ones first. */
    public static List<String> of(Map<?, ?> person, Channel channel) {
        Object list = person.get(channel == Channel.EMAIL ? "emails" : "phones");
        if (!(list instanceof List<?> addresses)) {
            return List.of();
        }
        List<Map<?, ?>> known = addresses.stream()
                .filter(address -> address instanceof Map<?, ?>)
                .<Map<?, ?>>map(address -> (Map<?, ?>) address)
                .toList();
        return Stream.concat(
                        known.stream().filter(Addresses::isPreferred),
                        known.stream().filter(address -> !isPreferred(address)))
                .flatMap(address -> normal(channel, text(address, channel)).stream())
                .distinct()
                .toList();
    }

    private static @Nullable String text(Map<?, ?> address, Channel channel) {
        Object text = address.get(channel == Channel.EMAIL ? "value" : "e164");
        Object known = text == null ? address.get("raw") : text;
        return known == null ? null : known.toString();
    }

    private static boolean isPreferred(Map<?, ?> address) {
        return Boolean.TRUE.equals(address.get("preferred"));
    }

    private static Optional<String> email(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches()
                ? Optional.of(text.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<String> phone(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, HERE);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
