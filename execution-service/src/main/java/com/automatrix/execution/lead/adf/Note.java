package com.automatrix.execution.lead.adf;

import java.util.Locale;

/** What a person should know about a lead that was read; none of it keeps the lead from going on. */
public enum Note {
    PLACEHOLDER_DROPPED("Values that only hold a place, such as \"Not specified\", were left out."),
    VIN_DOUBTFUL("A VIN does not pass its check; it was kept as it came."),
    PHONE_UNREADABLE("A phone number could not be read; it was kept as it came."),
    EMAIL_UNREADABLE("An e-mail address could not be read and was left out."),
    DATE_UNREADABLE("The date of the request could not be read."),
    NO_CONTACT("There is neither a phone number nor an e-mail address."),
    NO_VEHICLE("No vehicle is named."),
    MODEL_CUT_OFF("A model's name was cut off and was completed to its last whole word."),
    FOUND_IN_TEXT("Something was found in free text, such as a stock number or a trade-in."),
    SENSITIVE_MASKED("Numbers that look like a social security or card number were masked."),
    SHORTENED("Very long or very many values were shortened.");

    private final String sentence;

    Note(String sentence) {
        this.sentence = sentence;
    }

    /** Such as {@code vin-doubtful}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }
}
