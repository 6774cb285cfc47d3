package com.automatrix.platform.trace;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id that ties together everything one request or event causes, in every service's log lines, answers and records.
 *
 * <p>It is bound to the thread; a task handed to another thread is wrapped in {@link #run} or {@link #call}.
 */
public final class Correlation {

    /** The HTTP header, in requests and answers. */
    public static final String HEADER = "X-Correlation-Id";

    /** The CloudEvents extension attribute. */
    public static final String ATTRIBUTE = "correlationid";

    /** The key in log lines. */
    public static final String MDC_KEY = "correlationId";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private Correlation() {}

    /** The id bound to this thread, or a new one (which is not bound) if there is none. */
    public static String current() {
        var bound = MDC.get(MDC_KEY);
        return bound == null ? fresh() : bound;
    }

    /** The id bound to this thread, if there is one. */
    public static Optional<String> bound() {
        return Optional.ofNullable(MDC.get(MDC_KEY));
    }

    /** A new id, bound to nothing yet. */
    public static String fresh() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** Whether a text from outside may serve as an id: 1 to 128 of {@code A-Z a-z 0-9 . _ : -}. */
    public static boolean isValid(@Nullable String id) {
        return id != null && VALID.matcher(id).matches();
    }

    /** The given id if it is valid, else a new one. */
    public static String accept(@Nullable String id) {
        return id != null && isValid(id) ? id : fresh();
    }

    /** Runs with the given id bound to this thread, and binds what was bound before afterwards. */
    public static void run(String id, Runnable action) {
        var before = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, id);
        try {
            action.run();
        } finally {
            restore(before);
        }
    }

    /** As {@link #run}, for an action with a result or a checked exception. */
    public static <T extends @Nullable Object> T call(String id, Callable<T> action) throws Exception {
        var before = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, id);
        try {
            return action.call();
        } finally {
            restore(before);
        }
    }

    static void bind(String id) {
        MDC.put(MDC_KEY, id);
    }

    static void unbind() {
        MDC.remove(MDC_KEY);
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(MDC_KEY);
        } else {
            MDC.put(MDC_KEY, before);
        }
    }
}
