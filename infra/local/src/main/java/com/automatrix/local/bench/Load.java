package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients at once, each of which begins its next request when it has the answer to the last. */
final class Load implements AutoCloseable {
    static final int CLIENTS = 32;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    /** Makes {@code count} requests in all; the first failure ends it. */
    void run(int count, Runnable request) {
        var left = new AtomicInteger(count);
        Callable<Boolean> client = () -> {
            while (left.getAndDecrement() > 0) {
                request.run();
            }
            return true;
        };
        var running = new ArrayList<Future<Boolean>>();
        for (var i = 0; i < CLIENTS; i++) {
            running.add(clients.submit(client));
        }
        try {
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            left.set(0);
            throw failure.getCause() instanceof Failure known ? known : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
