package com.automatrix.platform.page;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many items a page may hold: 1 to 200, 50 unless told.
 *
 * @param value the number of items
 */
public record Limit(int value) {

    public static final int DEFAULT = 50;
    public static final int MAXIMUM = 200;

    public Limit {
        if (value < 1 || value > MAXIMUM) {
            var message = "Expected a limit from 1 to %d, but it is %d.".formatted(MAXIMUM, value);
            throw new Invalid("page.bad-limit", message, List.of(new Violation("?limit", "page.bad-limit", message)));
        }
    }

    /**
     * The limit as it came in a request.
     *
     * @throws Invalid with {@code page.bad-limit} if it is outside 1 to 200
     */
    public static Limit of(@Nullable Integer value) {
        return new Limit(value == null ? DEFAULT : value);
    }

    /** How many rows to read in order to know whether there is a next page. */
    public int rowsToRead() {
        return value + 1;
    }
}
