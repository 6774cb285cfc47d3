package com.automatrix.execution.history;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for one execution's end; closing it ends the watch. */
public final class EndWatch implements AutoCloseable {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Consumer<EndWatch> onClose;

    EndWatch(Consumer<EndWatch> onClose) {
        this.onClose = onClose;
    }

    /** Waits for the end, at most for the given time; false if it did not come. */
    public boolean await(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    void ended() {
        ended.countDown();
    }
}
