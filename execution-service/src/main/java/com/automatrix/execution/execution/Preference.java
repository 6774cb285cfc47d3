package com.automatrix.execution.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code wait} preference of RFC 7240, in whole seconds; other preferences are ignored, as the RFC has it. */
record Preference(Duration atMost) {

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?(?=$|[,;\\s])");

    static Optional<Preference> read(@Nullable String header, Duration longest) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = WAIT.matcher(header);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        return Optional.of(new Preference(asked.compareTo(longest) > 0 ? longest : asked));
    }

    Preference withoutWaiting() {
        return new Preference(Duration.ZERO);
    }

    String applied() {
        return "wait=" + atMost.toSeconds();
    }
}
