package com.automatrix.ai.provider;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natty.DateGroup;
import org.natty.Parser;

/** Facts that libraries and patterns find in a text; nothing is ever made up, and each is in the order of the text. */
final class FoundFacts {

    private static final String REGION = "US";
    private static final Pattern VIN = Pattern.compile("\\b(?=[A-Za-z]*\\d)[A-HJ-NPR-Za-hj-npr-z0-9]{17}\\b");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)( ?[kK]\\b)?";
    private static final Pattern PRICE =
            Pattern.compile("(?i)(?:\\$|\\busd) ?" + AMOUNT + "|" + AMOUNT + " ?(?:dollars|bucks|usd|d[oó]lares)\\b");
    private static final Pattern MILEAGE =
            Pattern.compile("(?i)" + AMOUNT + " ?(?:miles|mile|mi|km|kms|kilometers|kilometres|millas)\\b");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?\\n])\\s+");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private FoundFacts() {}

    /** Those with a right check digit: others are mistyped, or no vehicle's at all. */
    static List<String> vins(String text) {
        return all(VIN, text, match -> match.group().toUpperCase(Locale.ROOT)).stream()
                .filter(VinCheckDigit::fits)
                .toList();
    }

    static List<String> emails(String text) {
        return all(EMAIL, text, MatchResult::group);
    }

    /** In E.164. */
    static List<String> phones(String text) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        List<String> found = new ArrayList<>();
        for (PhoneNumberMatch match : phones.findNumbers(blank(VIN, text), REGION)) {
            found.add(phones.format(match.number(), PhoneNumberFormat.E164));
        }
        return found;
    }

    static List<BigDecimal> prices(String text) {
        return all(
                PRICE,
                text,
                match -> match.group(1) == null
                        ? amount(match.group(3), match.group(4))
                        : amount(match.group(1), match.group(2)));
    }

    static List<BigDecimal> mileages(String text) {
        return all(MILEAGE, text, match -> amount(match.group(1), match.group(2)));
    }

    /** Days and times, words such as "tomorrow" counted from now. */
    static List<Instant> dates(String text, Instant now) {
        // Seventeen characters, phones and mileages would be read as times.
        String clean = withoutPhones(blank(MILEAGE, blank(PRICE, blank(EMAIL, blank(VIN, text)))));
        var parser = new Parser(TimeZone.getTimeZone(ZoneOffset.UTC));
        List<Instant> found = new ArrayList<>();
        for (String sentence : SENTENCES.splitAsStream(clean).toList()) {
            for (DateGroup group : parser.parse(sentence, Date.from(now))) {
                if (!group.isDateInferred()) {
                    group.getDates().forEach(date -> found.add(date.toInstant()));
                }
            }
        }
        return found;
    }

    private static String withoutPhones(String text) {
        String clean = text;
        for (PhoneNumberMatch match : PhoneNumberUtil.getInstance().findNumbers(text, REGION)) {
            clean = clean.replace(match.rawString(), " ");
        }
        return clean;
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(" ");
    }

    private static BigDecimal amount(String digits, @Nullable String thousands) {
        BigDecimal amount = new BigDecimal(digits.replace(",", ""));
        return thousands == null ? amount : amount.multiply(THOUSAND);
    }

    private static <T> List<T> all(Pattern pattern, String text, Function<MatchResult, T> read) {
        return pattern.matcher(text).results().map(read).distinct().toList();
    }
}
