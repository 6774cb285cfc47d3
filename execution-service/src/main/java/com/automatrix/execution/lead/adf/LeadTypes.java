package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Vehicle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a lead is about: by what the document says, then by its words if no vehicle is wanted, then by its vehicles. */
final class LeadTypes {

    private static final Pattern HIRING = words(
            "job application|job opening|employment|hiring|career opportunit(?:y|ies)|my r[eé]sum[eé]|apply(?:ing)? for (?:a|an|the) (?:\\w+ ){0,3}(?:job|position|role)|interview for");
    private static final Pattern CALL = words(
            "phone lead|call notification|missed call|call duration|duration:? \\d+ ?(?:min|sec|:)|call recording");
    private static final Pattern SERVICE = words(
            "recall (?:request|appointment|notice|repair|work)|service (?:request|appointment|enquiry|inquiry|department|visit)|schedule (?:a )?service|book (?:a )?service|oil change|brake (?:job|pads?)|state inspection");
    private static final Pattern PARTS = words(
            "parts? (?:request|order|enquiry|inquiry|department|number)|accessor(?:y|ies) (?:order|enquiry|inquiry)");
    private static final Pattern FINANCE = words(
            "(?:finance|credit|loan) application|pre-?approv(?:al|ed)|apply for (?:finance|financing|credit|a loan)");

    private LeadTypes() {}

    /**
     * Tells the type.
     *
     * @param declared what an extension element says
     * @param service the provider's name and service
     */
    static LeadType of(
            @Nullable String declared,
            String service,
            @Nullable String comments,
            List<Vehicle> wanted,
            List<Vehicle> trades) {
        LeadType said = declared(declared);
        if (said != null) {
            return said;
        }
        LeadType byService = byWords(service);
        if (byService != null) {
            return byService;
        }
        boolean isAboutOffer =
                wanted.stream().anyMatch(vehicle -> vehicle.stockNumber() != null || vehicle.price() != null);
        LeadType byComments = comments == null || isAboutOffer ? null : byWords(comments);
        if (byComments != null && (wanted.isEmpty() || byComments != LeadType.FINANCE)) {
            return byComments;
        }
        return wanted.isEmpty() && !trades.isEmpty() ? LeadType.TRADE : LeadType.SALES;
    }

    private static @Nullable LeadType byWords(String text) {
        if (HIRING.matcher(text).find() || CALL.matcher(text).find()) {
            return LeadType.OTHER;
        }
        if (SERVICE.matcher(text).find()) {
            return LeadType.SERVICE;
        }
        if (PARTS.matcher(text).find()) {
            return LeadType.PARTS;
        }
        return FINANCE.matcher(text).find() ? LeadType.FINANCE : null;
    }

    private static @Nullable LeadType declared(@Nullable String declared) {
        String words = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        if (words.contains("service") || words.contains("recall")) {
            return LeadType.SERVICE;
        }
        if (words.contains("part") || words.contains("accessor")) {
            return LeadType.PARTS;
        }
        if (words.contains("financ") || words.contains("credit")) {
            return LeadType.FINANCE;
        }
        if (words.contains("trade") || words.contains("apprais")) {
            return LeadType.TRADE;
        }
        if (words.contains("job") || words.contains("employ") || words.contains("call") || words.contains("phone")) {
            return LeadType.OTHER;
        }
        return words.contains("sale") || words.contains("buy") || words.contains("new") || words.contains("used")
                ? LeadType.SALES
                : null;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
