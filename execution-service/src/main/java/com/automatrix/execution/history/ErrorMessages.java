package com.automatrix.execution.history;

import java.util.LinkedHashSet;
import java.util.Set;

/** The different things that were said in one batch when an execution failed, as much as a search needs. */
final class ErrorMessages {

    private static final int LONGEST = 1_000;
    private static final int MOST = 20;

    private final Set<String> messages = new LinkedHashSet<>();

    void add(String message) {
        if (messages.size() < MOST) {
            String clean = message.replace("\0", "");
            messages.add(clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean);
        }
    }

    String text() {
        return String.join("\n", messages);
    }
}
