package com.automatrix.platform.time;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Where new identifiers come from.
 *
 * <p>Ids are version 7 UUIDs (RFC 9562): they sort by the time they were made, and two ids of the same source never
 * compare out of order, even within one millisecond. Safe for use by many threads.
 */
@FunctionalInterface
public interface Ids {

    /** A new id, greater than every id this source gave before. */
    UUID next();

    /** A source of ids whose time part comes from the given clock. */
    static Ids timeOrdered(InstantSource clock) {
        var factory = TimeOrderedEpochFactory.builder()
                .withInstantFunction(clock::instant)
                .withIncrementPlus1()
                .build();
        return factory::create;
    }
}
