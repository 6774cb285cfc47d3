package com.automatrix.execution.history;

import java.time.Instant;
import java.util.UUID;

/** Ids of the history hold the time in which they were made: a range of time is a range of ids. */
public final class HistoryIds {

    private static final long LAST_MILLI = (1L << 48) - 1;

    private HistoryIds() {}

    /** The first id that can have been made at the moment. */
    public static UUID floor(Instant moment) {
        long milli = Math.clamp(moment.getEpochSecond(), 0L, LAST_MILLI / 1000) * 1000 + moment.getNano() / 1_000_000;
        return new UUID(Math.min(milli, LAST_MILLI) << 16, 0);
    }
}
