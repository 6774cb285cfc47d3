package com.automatrix.ai.step;

import com.automatrix.ai.call.AnswerCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets no VIN, e-mail address or phone number through that does not stand in the text it was read from. */
final class FoundValues implements AnswerCheck {

    private static final int PHONE_DIGITS = 10;

    private final String text;
    private final String joined;
    private final String digits;

    FoundValues(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
        this.joined = this.text.replaceAll("[\\s-]", "");
        this.digits = text.replaceAll("\\D", "");
    }

    @Override
    public Verdict judge(String answer, @Nullable Object json) {
        List<String> violations = new ArrayList<>();
        judge("", json, violations);
        return new Verdict("ai.invalid-output", violations);
    }

    private void judge(String pointer, @Nullable Object value, List<String> violations) {
        switch (value) {
            case Map<?, ?> object -> object.forEach((key, field) -> judge(pointer + "/" + key, field, violations));
            case List<?> list -> list.forEach(item -> judge(pointer + "/-", item, violations));
            case String word
            when !isFound(word) ->
                violations.add("Expected the value at " + pointer + " to stand in the data, but it does not.");
            case null, default -> {}
        }
    }

    private boolean isFound(String value) {
        String word = value.toLowerCase(Locale.ROOT).strip();
        if (word.matches("[a-hj-npr-z0-9]{17}")) {
            return joined.contains(word);
        }
        if (word.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            return text.contains(word);
        }
        String number = word.replaceAll("[\\s().+-]", "");
        return !number.matches("\\d{" + PHONE_DIGITS + ",15}")
                || digits.contains(number.substring(number.length() - PHONE_DIGITS));
    }
}
