package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Consent;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What senders put into comments and options because they have no better place for it. */
final class FreeText {

    private static final Pattern STOCK = Pattern.compile(
            "\\b(?:inventory\\s)?stock\\s?(?:id|no\\.?|number|#)?\\s?[:#]\\s?([A-Za-z0-9][A-Za-z0-9-]{1,19})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VIN =
            Pattern.compile("\\bVIN\\s?(?:number|#)?\\s?[:#-]\\s?([A-HJ-NPR-Z0-9]{17})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRADE = Pattern.compile(
            "\\btrade(?:[ -]?in)?(?:\\svehicle)?\\s?[:–-]\\s?((?:19|20)\\d\\d)\\s([A-Za-z][A-Za-z-]{1,20})\\s([A-Za-z0-9][A-Za-z0-9-]{0,20})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MILEAGE =
            Pattern.compile("([\\d,]{2,9})\\s?(km|kilomet(?:er|re)s|mi|miles)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFERRED = Pattern.compile(
            "\\bpreferred\\s?(?:method\\s?of\\s?)?contact(?:\\s?method)?\\s?(?:is\\s)?[:–-]?\\s?([A-Za-z(\\- ]{2,24})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile(
            "\\b((?:(?:sms|text|e-?mail|phone|voice|call|marketing)\\s?)?(?:opt[ -]?in|consent)(?:\\s?(?:to|for)?\\s?(?:sms|texts?|text messages|e-?mails?|calls?|marketing))?)\\s?[:=–-]\\s?(yes|true|y|1|granted|no|false|n|0|declined)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGREES = Pattern.compile(
            "\\bI (?:agree|consent) to (?:receive|be contacted by|get) [^.\\n]{0,120}", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSES = Pattern.compile(
            "\\b(?:please )?(?:do not|don't|stop) (text|texting|call|calling|e-?mail|e-?mailing)(?: me)?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_EVIDENCE = 200;

    private final String text;

    FreeText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    Optional<String> stockNumber() {
        return first(STOCK);
    }

    Optional<String> vin() {
        return first(VIN);
    }

    private Optional<String> first(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** A vehicle that the customer would give in payment. */
    Optional<Vehicle> tradeIn(VehicleMapping vehicles) {
        Matcher trade = TRADE.matcher(text);
        if (!trade.find()) {
            return Optional.empty();
        }
        Matcher mileage = MILEAGE.matcher(text.substring(trade.end(), Math.min(text.length(), trade.end() + 60)));
        Lead.Odometer odometer = mileage.find() ? vehicles.odometer(mileage.group(1), mileage.group(2)) : null;
        return Optional.of(new Vehicle(
                null,
                null,
                Integer.valueOf(trade.group(1)),
                trade.group(2),
                trade.group(3),
                null,
                null,
                odometer,
                null,
                null,
                "TRADE_IN",
                null));
    }

    /** SMS, EMAIL or VOICE. */
    Optional<String> preferredChannel() {
        return first(PREFERRED).flatMap(FreeText::channel);
    }

    private static Optional<String> channel(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("text") || lower.contains("sms")) {
            return Optional.of("SMS");
        }
        if (lower.contains("mail")) {
            return Optional.of("EMAIL");
        }
        return lower.contains("phone") || lower.contains("call") || lower.contains("voice")
                ? Optional.of("VOICE")
                : Optional.empty();
    }

    List<Consent> consents() {
        List<Consent> consents = new ArrayList<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            String answer = option.group(2).toLowerCase(Locale.ROOT);
            boolean isGranted = List.of("yes", "true", "y", "1", "granted").contains(answer);
            add(consents, option.group(), isGranted ? "GRANTED" : "REVOKED");
        }
        Matcher agrees = AGREES.matcher(text);
        while (agrees.find()) {
            add(consents, agrees.group(), "GRANTED");
        }
        Matcher refuses = REFUSES.matcher(text);
        while (refuses.find()) {
            add(consents, refuses.group(), "REVOKED");
        }
        return List.copyOf(consents);
    }

    /** Consent for a channel that is not named is consent for none of those that need it. */
    private static void add(List<Consent> consents, String words, String state) {
        Optional<String> channel = channel(words);
        if (channel.isEmpty() || consents.size() >= 6) {
            return;
        }
        String lower = words.toLowerCase(Locale.ROOT);
        boolean isMarketing = lower.contains("marketing") || lower.contains("promotion") || lower.contains("offers");
        String evidence = Values.hidden(words.strip());
        consents.add(new Consent(
                channel.get(),
                isMarketing ? "MARKETING" : "TRANSACTIONAL",
                state,
                evidence.substring(0, Math.min(evidence.length(), LONGEST_EVIDENCE))));
    }
}
