package com.automatrix.execution.simulation;

import com.automatrix.contracts.json.ContractJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares JSON trees: of objects the fields that are named, of everything else the whole. */
final class Likeness {

    private static final int LONGEST = 200;

    private Likeness() {}

    /** The first place where the actual tree is not as wanted. */
    record Difference(String pointer, String message) {

        private Difference under(String token) {
            return new Difference("/" + token.replace("~", "~0").replace("/", "~1") + pointer, message);
        }
    }

    static Optional<Difference> difference(@Nullable Object wanted, @Nullable Object actual) {
        if (wanted instanceof Map<?, ?> fields && actual instanceof Map<?, ?> object) {
            return fields.entrySet().stream()
                    .flatMap(field -> difference(field.getValue(), object.get(field.getKey()))
                            .map(found -> found.under(String.valueOf(field.getKey())))
                            .stream())
                    .findFirst();
        }
        if (wanted instanceof List<?> list && actual instanceof List<?> items && list.size() == items.size()) {
            for (int i = 0; i < list.size(); i++) {
                Optional<Difference> found = difference(list.get(i), items.get(i));
                if (found.isPresent()) {
                    return Optional.of(found.get().under(String.valueOf(i)));
                }
            }
            return Optional.empty();
        }
        return isSame(wanted, actual)
                ? Optional.empty()
                : Optional.of(new Difference("", "Expected %s, but it is %s.".formatted(text(wanted), text(actual))));
    }

    /** 1, 1.0 and 1.00 are one number. */
    private static boolean isSame(@Nullable Object wanted, @Nullable Object actual) {
        if (wanted instanceof Number one && actual instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return wanted == null ? actual == null : wanted.equals(actual);
    }

    private static String text(@Nullable Object tree) {
        String json = ContractJson.events().writeValueAsString(tree);
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…";
    }
}
