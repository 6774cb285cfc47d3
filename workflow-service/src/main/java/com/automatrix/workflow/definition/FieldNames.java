package com.automatrix.workflow.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a field says about its data where no schema does. */
final class FieldNames {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private static final Set<String> SECRET = Set.of("password", "secret", "apikey", "api key", "access token");

    private static final Set<String> FINANCIAL = Set.of(
            "ssn",
            "sin",
            "itin",
            "social security",
            "tax id",
            "dob",
            "birthdate",
            "birth date",
            "date of birth",
            "income",
            "salary",
            "card",
            "cvv",
            "licence",
            "license",
            "account",
            "bank",
            "iban",
            "routing",
            "credit",
            "fico");

    /** They make something else of a financial word: a licence plate, an account manager. */
    private static final Set<String> HARMLESS = Set.of("plate", "manager", "owner", "gift", "business");

    private static final Set<String> PERSONAL = Set.of(
            "first name",
            "last name",
            "full name",
            "customer name",
            "email",
            "emails",
            "phone",
            "phones",
            "mobile",
            "e164",
            "address",
            "street",
            "postal code",
            "zip",
            "vin",
            "ip address");

    private FieldNames() {}

    static DataClass classOf(String name) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(name))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        String text = " " + String.join(" ", words) + " ";
        if (isIn(SECRET, text)) {
            return DataClass.SECRET;
        }
        if (isIn(FINANCIAL, text) && !isIn(HARMLESS, text)) {
            return DataClass.FINANCIAL;
        }
        return isIn(PERSONAL, text) ? DataClass.PERSONAL : DataClass.INTERNAL;
    }

    private static boolean isIn(Set<String> terms, String text) {
        return terms.stream().anyMatch(term -> text.contains(" " + term + " "));
    }
}
