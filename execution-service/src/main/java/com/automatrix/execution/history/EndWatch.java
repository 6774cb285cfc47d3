package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Waits for an execution's end, watching from before its start so that the end cannot be missed. */
public final class EndWatch implements AutoCloseable {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final LiveEvents.Subscription subscription;

    public EndWatch(LiveEvents live, ExecutionId id) {
        this.subscription = live.subscribe(id, this::see);
    }

    /** Waits for the end, at most for the given time; false if it did not come. */
    public boolean await(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void see(JsonNode told) {
        for (JsonNode event : told.path("events")) {
            if (ExecutionStream.ENDS.contains(event.path("type").asString())) {
                ended.countDown();
            }
        }
    }
}
