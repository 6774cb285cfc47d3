package com.automatrix.platform.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A step on its thread, and why it was stopped if it was. */
final class RunningStep {

    /** Why a step was stopped from outside. */
    enum Stop {
        /** The engine no longer wants the result. */
        CANCELLED,
        /** The engine has given the attempt up. */
        TOO_LATE,
        /** Another process has it now. */
        LEASE_LOST,
        /** This process ends. */
        SHUTDOWN
    }

    private final LeasedStep step;
    private final Instant startedAt;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private volatile @Nullable Thread thread;

    RunningStep(LeasedStep step, Instant startedAt) {
        this.step = step;
        this.startedAt = startedAt;
    }

    LeasedStep step() {
        return step;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Stop stopped() {
        return stop.get();
    }

    void runOn(Thread virtual) {
        thread = virtual;
        virtual.start();
    }

    /** Interrupts the step, once. The first reason counts. */
    void stop(Stop reason) {
        var running = thread;
        if (stop.compareAndSet(null, reason) && running != null) {
            running.interrupt();
        }
    }

    /** Waits for the end of the thread, if it comes soon. */
    void await(Duration patience) {
        var running = thread;
        if (running == null) {
            return;
        }
        try {
            boolean _ = running.join(patience);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
