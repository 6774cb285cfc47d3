package com.automatrix.execution.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that runs one loop until it is stopped; a loop that fails is begun afresh after a pause. */
public final class LoopThread {

    private static final Logger log = LoggerFactory.getLogger(LoopThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Duration pause;
    private final Loop loop;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** What the thread runs: returns when it is told to stop, throws when it must begin afresh. */
    @FunctionalInterface
    public interface Loop {
        void run() throws InterruptedException;
    }

    public LoopThread(String name, Loop loop) {
        this(name, PAUSE, loop);
    }

    /** @param pause before a loop that failed is begun afresh */
    public LoopThread(String name, Duration pause, Loop loop) {
        this.name = name;
        this.pause = pause;
        this.loop = loop;
    }

    /** Begins, also again after a stop. */
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(name).start(this::runUntilStopped);
    }

    public boolean isStopping() {
        return stopped.getCount() == 0;
    }

    /** Tells the loop to end, wakes it with the given action and waits for it. */
    public void stop(Runnable wakeUp) {
        stopped.countDown();
        wakeUp.run();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(PATIENCE)) {
                log.warn("loop did not end in time, interrupting it loop={}", name);
                running.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits unless the loop is told to stop meanwhile; false when it is. */
    public boolean pause(Duration time) throws InterruptedException {
        return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runUntilStopped() {
        try {
            while (!isStopping()) {
                runOnce();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            loop.run();
        } catch (OwnershipLost lost) {
            log.warn("rejoining loop={} because={}", name, lost.getMessage());
        } catch (RuntimeException failure) {
            if (isStopping()) {
                return;
            }
            log.error("loop failed, beginning afresh loop={}", name, failure);
            pause(pause);
        }
    }
}
