package com.automatrix.platform.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached, or has no connection left, from one that refuses what it is asked. */
final class DatabaseAway {

    /** Classes of SQLSTATE: connection exceptions, insufficient resources, operator intervention. */
    private static final List<String> AWAY = List.of("08", "53", "57P");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private DatabaseAway() {}

    /** Null unless the database is away. */
    static @Nullable Unavailable in(@Nullable SQLException cause) {
        if (cause == null || !isAway(cause)) {
            return null;
        }
        return new Unavailable(
                "service.database-unavailable",
                "Expected a connection to the database, but there is none at the moment. Try again.",
                RETRY_AFTER,
                cause);
    }

    private static boolean isAway(SQLException cause) {
        String state = cause.getSQLState();
        return cause instanceof SQLTransientConnectionException
                || (state != null && AWAY.stream().anyMatch(state::startsWith));
    }
}
