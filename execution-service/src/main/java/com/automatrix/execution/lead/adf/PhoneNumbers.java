package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Phone;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers in E.164, each once, the one to use first in front. */
final class PhoneNumbers {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern ONE_DIGIT = Pattern.compile("1?(\\d)\\1{6,}");
    private static final Pattern COUNTING = Pattern.compile("1?(?:0?123456789|1234567890?)");
    private static final int MOST = 8;
    private static final int LONGEST = 60;

    private final String country;
    private final Values values;
    private final Map<String, Phone> byNumber = new LinkedHashMap<>();

    PhoneNumbers(String country, Values values) {
        this.country = country;
        this.values = values;
    }

    void add(@Nullable String text, @Nullable String type, boolean isPreferred) {
        String raw = values.line(text);
        if (raw == null) {
            return;
        }
        String digits = raw.replaceAll("\\D", "");
        if (digits.isEmpty()
                || ONE_DIGIT.matcher(digits).matches()
                || COUNTING.matcher(digits).matches()) {
            values.note(Note.PLACEHOLDER_DROPPED);
            return;
        }
        String kept = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        String e164 = e164(raw);
        if (e164 == null) {
            values.note(Note.PHONE_UNREADABLE);
        }
        Phone phone = new Phone(e164, kept, kind(type), isPreferred ? true : null);
        byNumber.merge(e164 == null ? digits : e164, phone, PhoneNumbers::better);
        if (byNumber.size() > MOST) {
            byNumber.remove(List.copyOf(byNumber.keySet()).getLast());
            values.note(Note.SHORTENED);
        }
    }

    /** Those that can be recognised in a text. */
    void addFoundIn(String text) {
        for (PhoneNumberMatch match : PHONES.findNumbers(text, country, Leniency.POSSIBLE, 200)) {
            if (match.rawString().replaceAll("\\D", "").length() >= 10 && byNumber.size() < MOST) {
                add(match.rawString(), null, false);
            }
        }
    }

    /** Those to be used first in front: the preferred, then mobile ones, which can be sent texts. */
    List<Phone> list() {
        List<Phone> phones = new ArrayList<>(byNumber.values());
        boolean hasPreferred = phones.stream().anyMatch(phone -> phone.preferred() != null);
        if (!hasPreferred && phones.size() > 1) {
            phones.stream()
                    .filter(PhoneNumbers::isMobile)
                    .findFirst()
                    .ifPresent(mobile -> phones.set(
                            phones.indexOf(mobile), new Phone(mobile.e164(), mobile.raw(), mobile.type(), true)));
        }
        phones.sort(Comparator.comparing((Phone phone) -> phone.preferred() == null)
                .thenComparing(phone -> phone.e164() == null)
                .thenComparing(phone -> !isMobile(phone)));
        return List.copyOf(phones);
    }

    private static boolean isMobile(Phone phone) {
        return phone.type().equals("MOBILE");
    }

    private static Phone better(Phone known, Phone other) {
        String type = known.type().equals("VOICE") ? other.type() : known.type();
        return new Phone(
                known.e164(), known.raw(), type, known.preferred() != null ? known.preferred() : other.preferred());
    }

    private @Nullable String e164(String raw) {
        try {
            PhoneNumber number = PHONES.parse(raw.length() > 200 ? raw.substring(0, 200) : raw, country);
            String e164 = PHONES.format(number, PhoneNumberFormat.E164);
            return PHONES.isPossibleNumber(number) && E164.matcher(e164).matches() ? e164 : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    private static String kind(@Nullable String type) {
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (lower.contains("cell") || lower.contains("mobile") || lower.contains("text") || lower.contains("sms")) {
            return "MOBILE";
        }
        if (lower.contains("home") || lower.contains("evening")) {
            return "HOME";
        }
        if (lower.contains("work") || lower.contains("business") || lower.contains("office") || lower.contains("day")) {
            return "WORK";
        }
        return lower.contains("fax") ? "FAX" : lower.contains("pager") ? "PAGER" : "VOICE";
    }
}
