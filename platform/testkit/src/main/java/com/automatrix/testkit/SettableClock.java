package com.automatrix.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Safe for many threads. */
public final class SettableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private SettableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** Stands at the given time. */
    public static SettableClock at(Instant start) {
        return new SettableClock(start);
    }

    /** Stands at the given time, as {@code 2026-03-02T08:00:00Z}. */
    public static SettableClock at(String start) {
        return new SettableClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves forward, or backward for a negative duration; returns the new time. */
    public Instant advance(Duration duration) {
        return now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Moves to the given time. */
    public void set(Instant instant) {
        now.set(instant);
    }
}
