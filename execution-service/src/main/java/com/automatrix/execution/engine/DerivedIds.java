package com.automatrix.execution.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Ids that are worked out and never drawn: the same however often a decision is made again. */
final class DerivedIds {

    private DerivedIds() {}

    static UUID of(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** In its time's place among all others (UUID version 7). */
    static UUID of(String name, Instant at) {
        UUID hash = of(name);
        long high = (at.toEpochMilli() << 16) | 0x7000 | (hash.getMostSignificantBits() & 0xFFF);
        long low = (hash.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
