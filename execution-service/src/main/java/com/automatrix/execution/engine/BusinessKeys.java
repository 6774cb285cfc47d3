package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.KeyPart;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out, once, the values under which people find an execution: a customer, a VIN, a repair order. */
public final class BusinessKeys {

    /** As long as an e-mail address can be; an index holds it whatever it is made of. */
    private static final int LONGEST = 256;

    private BusinessKeys() {}

    /** A key whose expression fails, or gives anything but a text, a number or a boolean, is left out. */
    static @Nullable Map<String, String> of(Transition transition, StartExecution command) {
        Map<String, String> values = new LinkedHashMap<>();
        transition.workflow().businessKeys().forEach((name, expression) -> {
            String value = value(transition, expression, command);
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        });
        return values.isEmpty() ? null : values;
    }

    private static String value(Transition transition, String expression, StartExecution command) {
        try {
            Object value = transition.expressions().evaluate(expression, Queueing.scope(transition, command));
            return switch (value) {
                case String text -> bounded(text);
                case Number number -> KeyPart.of(number);
                case Boolean bool -> bool.toString();
                case null, default -> "";
            };
        } catch (ExpressionFailed failed) {
            return "";
        }
    }

    /** The value as it is kept: at most 256 characters; what is longer is cut, in a search for it too. */
    public static String bounded(String value) {
        String text = value.replace("\0", "").strip();
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end).strip();
    }
}
